import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import test from 'ava';
import { makeTemporaryFolder } from '../../auth/temporary-folder.js';
import { runProgram } from '../../checks/run-program.js';

test('one command starts all, prints where the page is, and leaves nothing when it is stopped', async (t) => {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };
  const script = scripts['example:page'] ?? '';
  const built = 'npm run --silent build && ';
  t.true(script.startsWith(built));
  // Without the build, which the tests have run already.
  const folder = await makeTemporaryFolder(t);
  const child = spawn('sh', ['-c', script.slice(built.length)], { env: { ...process.env, TMPDIR: folder } });
  t.teardown(() => child.kill('SIGTERM'));
  let output = '';
  const closed = once(child, 'close');
  await new Promise<void>((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Ctrl-C stops everything')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void closed.then(() => {
      resolve();
    });
  });
  const [, page = '', gateway = ''] =
    /The page is at (\S+), and reads from the gateway at (\S+)\.\n/.exec(output) ?? [];
  t.true(output.includes(`  ${page}/?organization=org_harbor\n`), output);
  t.regex(await (await fetch(page)).text(), new RegExp(`content="${gateway}"`));
  const read = await fetch(`${gateway}/v1/organizations/org_harbor/public-metadata`);
  t.is(read.status, 200);

  child.kill('SIGINT');
  await closed;
  t.is(child.exitCode, 0, output);
  await t.throwsAsync(fetch(page));
  await t.throwsAsync(fetch(gateway));
  t.deepEqual(await readdir(folder).then((names) => names.filter((name) => name.startsWith('orgmeta-'))), []);
});

const MAIN = ['--import=tsx', '--conditions=source', 'examples/frontend-gateway/main.ts'];

for (const { args, says } of [
  { args: ['--port', 'abc'], says: '--port is wrong: it must be a number up to 65535' },
  { args: ['--port', '65536'], says: '--port is wrong: it must be a number up to 65535' },
  { args: ['--ports', '3000'], says: "Unknown option '--ports'" },
]) {
  test(`${args.join(' ')} is refused in one line, before anything starts`, async (t) => {
    const { code, output } = await runProgram(process.execPath, [...MAIN, ...args]);
    t.is(code, 1);
    t.is(output.trim(), says);
  });
}
