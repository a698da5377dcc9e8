import { realpath } from 'node:fs/promises';
import { runProgram } from './run-program.js';

/** What the protos are compared with, or why with nothing. */
export type BreakingBase = { readonly commit: string; readonly why: string } | { readonly none: string };

/**
 * Finds the commit that the protos of a folder may not break: the newest release (a tag `v*`) before HEAD; where there
 * is none, the commit at which the branch left main; on main itself, the commit before HEAD.
 */
export async function findBreakingBase(folder: string): Promise<BreakingBase> {
  const git = async (...args: string[]): Promise<string | undefined> => {
    const { code, output } = await runProgram('git', args, folder);
    return code === 0 && output !== '' ? output : undefined;
  };

  // An exported folder can lie inside a repository that knows nothing of it.
  const top = await git('rev-parse', '--show-toplevel');
  if (top === undefined || (await realpath(top)) !== (await realpath(folder)))
    return { none: 'this is no git checkout' };
  const head = await git('rev-parse', 'HEAD');

  const tags = (await git('tag', '--list', 'v*', '--merged', 'HEAD', '--sort=-version:refname')) ?? '';
  const candidates: { why: string; commit: () => Promise<string | undefined> }[] = [
    ...tags
      .split('\n')
      .map((tag) => ({ why: `the release ${tag}`, commit: () => git('rev-parse', `${tag}^{commit}`) })),
    ...['origin/main', 'main'].map((branch) => ({
      why: `the merge base with ${branch}`,
      commit: () => git('merge-base', 'HEAD', branch),
    })),
    { why: 'the commit before HEAD', commit: () => git('rev-parse', 'HEAD^') },
  ];
  for (const { why, commit } of candidates) {
    const found = await commit();
    if (found === undefined || found === head) continue;
    const hasProtos = (await git('ls-tree', found, 'buf.yaml', 'proto/')) !== undefined;
    return hasProtos ? { commit: found, why } : { none: `${why} has no protos` };
  }
  return { none: 'there is no earlier commit in this checkout' };
}
