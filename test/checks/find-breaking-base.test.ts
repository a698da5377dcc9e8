import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { findBreakingBase } from './find-breaking-base.js';
import { runProgram } from './run-program.js';

const { code } = await runProgram('git', ['--version']);
if (code !== 0) console.log('skipped what needs a repository: git is not installed');
const testWithGit = code === 0 ? test : test.skip;

/** Makes a repository with one commit for each name; one that begins with `proto` brings a proto. */
async function makeRepository(t: ExecutionContext, commits: readonly string[]) {
  const folder = await mkdtemp(path.join(tmpdir(), 'orgmeta-base-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  const git = async (...args: string[]) => {
    const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
    const { code, output } = await runProgram('git', [...identity, ...args], folder);
    t.is(code, 0, output);
    return output;
  };
  const commit = async (name: string) => {
    if (name.startsWith('proto')) {
      await mkdir(path.join(folder, 'proto'), { recursive: true });
      await writeFile(path.join(folder, 'proto/a.proto'), `// ${name}\n`);
      await git('add', '.');
    }
    await git('commit', '--quiet', '--allow-empty', '-m', name);
    return git('rev-parse', 'HEAD');
  };
  await git('init', '--quiet', '--initial-branch=main');
  const ids: string[] = [];
  for (const name of commits) ids.push(await commit(name));
  return { folder, git, commit, ids };
}

test('a folder that is no git checkout has nothing to compare with', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'orgmeta-base-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  t.deepEqual(await findBreakingBase(folder), { none: 'this is no git checkout' });
});

testWithGit('a folder inside a checkout of something else has nothing to compare with', async (t) => {
  const { folder } = await makeRepository(t, ['proto 1', 'proto 2']);
  t.deepEqual(await findBreakingBase(path.join(folder, 'proto')), { none: 'this is no git checkout' });
});

testWithGit('the first commit has nothing to compare with', async (t) => {
  const { folder } = await makeRepository(t, ['proto 1']);
  t.deepEqual(await findBreakingBase(folder), { none: 'there is no earlier commit in this checkout' });
});

testWithGit('main is compared with the commit before', async (t) => {
  const { folder, ids } = await makeRepository(t, ['proto 1', 'proto 2']);
  t.deepEqual(await findBreakingBase(folder), { commit: ids[0], why: 'the commit before HEAD' });
});

testWithGit('a commit before the first proto is nothing to compare with', async (t) => {
  const { folder } = await makeRepository(t, ['empty', 'proto 1']);
  t.deepEqual(await findBreakingBase(folder), { none: 'the commit before HEAD has no protos' });
});

testWithGit('a branch is compared with the commit at which it left main', async (t) => {
  const { folder, git, commit, ids } = await makeRepository(t, ['proto 1', 'proto 2']);
  await git('switch', '--quiet', '-c', 'feature');
  await commit('proto 3');
  await commit('proto 4');
  t.deepEqual(await findBreakingBase(folder), { commit: ids[1], why: 'the merge base with main' });
});

testWithGit(
  'the newest release comes before everything else, and a release is compared with the one before it',
  async (t) => {
    const { folder, git, commit, ids } = await makeRepository(t, ['proto 1', 'proto 2']);
    await git('tag', 'v0.9.0', ids[0] ?? '');
    await git('tag', '-a', 'v0.10.0', '-m', 'a release', ids[1] ?? '');
    t.deepEqual(await findBreakingBase(folder), { commit: ids[0], why: 'the release v0.9.0' });
    await commit('proto 3');
    await commit('proto 4');
    t.deepEqual(await findBreakingBase(folder), { commit: ids[1], why: 'the release v0.10.0' });
  },
);
