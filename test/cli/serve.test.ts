import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { makeTemporaryFolder } from '../auth/temporary-folder.js';
import { runOrgmeta, type Run } from './run-orgmeta.js';

/** Says that a start failed as it should: with one line on stderr and nothing on stdout. */
function isOneLine({ stdout, stderr }: Run): boolean {
  return stdout === '' && /^orgmeta: [^\n]+\n$/.test(stderr);
}

/** Turns a terminal's text red, twice. */
const TRICK = '\u001B[31m\u009B31m';

/** Runs `serve` with a log that says nothing, so that what the command itself says is seen alone. */
function runQuietly(t: ExecutionContext, args: readonly string[], env = {}): Promise<Run> {
  return runOrgmeta(t, ['serve', '--log-level', 'silent', ...args], env);
}

test('wrong settings end the start with 2, and every fault is told', async (t) => {
  const run = await runOrgmeta(t, ['serve', '--address', 'nowhere'], {
    ORGMETA_LOG_FORMAT: 'xml',
    ORGMETA_ADRESS: 'x',
  });
  t.is(run.code, 2);
  t.is(run.stdout, '');
  t.regex(
    run.stderr,
    /^orgmeta: 3 settings are wrong:\n {2}[^\n]*ORGMETA_ADDRESS\?\n {2}[^\n]*nowhere[^\n]*\n {2}[^\n]*xml[^\n]*\n$/,
  );
});

test('an address that is taken ends the start with 1, and leaves no keys that nobody saw', async (t) => {
  const folder = await makeTemporaryFolder(t);
  const taken = createServer().listen(0, '127.0.0.1');
  t.teardown(() => taken.close());
  await once(taken, 'listening');
  const address = `127.0.0.1:${(taken.address() as AddressInfo).port}`;
  const run = await runQuietly(t, ['--address', address, '--data-dir', folder]);
  t.is(run.code, 1);
  t.true(isOneLine(run), run.stderr);
  t.true(run.stderr.startsWith(`orgmeta: can't listen on ${address}: listen EADDRINUSE: `), run.stderr);
  t.false((await readdir(folder)).includes('keys.json'));
});

test('a damaged keys file ends the start with 1', async (t) => {
  const folder = await makeTemporaryFolder(t);
  const path = join(folder, 'keys');
  await writeFile(path, '{"version":1,"keys":[{"id":"key_1","role":"admin"}]}');
  const run = await runQuietly(t, ['--address', '127.0.0.1:0', '--keys-file', path, '--data-dir', join(folder, 'd')]);
  t.is(run.code, 1);
  t.true(isOneLine(run), run.stderr);
  t.true(run.stderr.startsWith(`orgmeta: the keys file ${path} has a bad "role" in keys[0] (key_1): `));
});

test('a data folder that can not be used ends the start with 1', async (t) => {
  const folder = await makeTemporaryFolder(t);
  await writeFile(join(folder, 'file'), 'not a folder');
  const run = await runQuietly(t, ['--address', '127.0.0.1:0', '--data-dir', join(folder, 'file')]);
  t.is(run.code, 1);
  t.true(isOneLine(run), run.stderr);
  t.true(run.stderr.includes(join(folder, 'file')), run.stderr);
});

for (const { title, args } of [
  { title: 'a data folder', args: ['--address', '127.0.0.1:0', '--data-dir', `/dev/null/${TRICK}`] },
  { title: 'a keys file', args: ['--address', '127.0.0.1:0', '--keys-file', `/dev/null/${TRICK}`] },
  { title: 'an address', args: ['--address', `unix:/dev/null/${TRICK}`] },
  { title: 'a flag', args: [`--${TRICK}`] },
]) {
  test(`nothing that a terminal would obey in the name of ${title} is printed as it is`, async (t) => {
    const folder = await makeTemporaryFolder(t);
    const run = await runQuietly(t, args, { ORGMETA_DATA_DIR: folder });
    t.not(run.code, 0);
    t.regex(run.stderr, /^[^\p{Cc}\p{Cf}]*\\u001b\[31m\\u009b[^\p{Cc}\p{Cf}]*\n/u);
  });
}

test('a keys file that can not be written ends the start with 1, and says that the printed keys are not in effect', async (t) => {
  const folder = await makeTemporaryFolder(t);
  // A folder in the place of the text that is written first.
  await mkdir(join(folder, 'keys.new'));
  const run = await runQuietly(t, [
    '--address',
    '127.0.0.1:0',
    '--keys-file',
    join(folder, 'keys'),
    '--data-dir',
    join(folder, 'd'),
  ]);
  t.is(run.code, 1);
  t.regex(run.stderr, /^orgmeta: [^\n]+can't be written[^\n]+; the keys above are not in effect\n$/);
});

test('everything that is wrong with the files of TLS is told at once, and ends the start with 1', async (t) => {
  const folder = await makeTemporaryFolder(t);
  await writeFile(join(folder, 'key'), 'no key');
  const run = await runQuietly(t, ['--address', '127.0.0.1:0', '--data-dir', join(folder, 'd')], {
    ORGMETA_TLS_CERT: join(folder, 'none'),
    ORGMETA_TLS_KEY: join(folder, 'key'),
  });
  t.is(run.code, 1);
  t.is(
    run.stderr,
    [
      "orgmeta: TLS can't be set up:",
      `  the TLS certificate ${folder}/none does not exist`,
      `  the TLS key ${folder}/key holds no private key in PEM, or one that is cut off`,
      '',
    ].join('\n'),
  );
});
