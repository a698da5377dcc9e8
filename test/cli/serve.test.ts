import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join, relative } from 'node:path';
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

for (const { title, flags, setting } of [
  { title: 'an address', flags: ['--address'], setting: 'ORGMETA_ADDRESS or --address' },
  {
    title: 'an address for frontends',
    flags: ['--address', '127.0.0.1:0', '--frontend-address'],
    setting: 'ORGMETA_FRONTEND_ADDRESS or --frontend-address',
  },
]) {
  test(`${title} that is taken ends the start with 1, and leaves no keys that nobody saw`, async (t) => {
    const folder = await makeTemporaryFolder(t);
    const taken = createServer().listen(0, '127.0.0.1');
    t.teardown(() => taken.close());
    await once(taken, 'listening');
    const address = `127.0.0.1:${(taken.address() as AddressInfo).port}`;
    const run = await runQuietly(t, ['--data-dir', folder, ...flags, address]);
    t.is(run.code, 1);
    t.true(isOneLine(run), run.stderr);
    const fault = `can't listen on ${address}: another process has this address; set ${setting} to another`;
    t.is(run.stderr, `orgmeta: ${fault}\n`);
    t.false((await readdir(folder)).includes('keys.json'));
  });
}

for (const { title, text, problem, wayOut } of [
  {
    title: 'damaged',
    text: '{"version":1,"keys":[{"id":"key_1","role":"admin"}]}',
    problem: 'has a bad "role" in keys[0] (key_1): ',
    wayOut: /\. Repair it, or restore it from a backup\. Without a backup, [^\n]*"orgmeta keys create"/,
  },
  {
    title: 'cut off',
    text: '{"version":1,',
    problem: 'is not JSON, or was only written in part; ',
    wayOut: /\. Repair it, or restore it from a backup\. Without a backup, [^\n]*"orgmeta keys create"/,
  },
  {
    title: 'with a folder in its place',
    text: undefined,
    problem: 'is not a regular file; ',
    wayOut: /(ORGMETA_KEYS_FILE|ORGMETA_DATA_DIR names); name another file\n$/,
  },
]) {
  for (const { place, env, file } of [
    {
      place: 'named',
      env: (path: string) => ({ ORGMETA_KEYS_FILE: path, ORGMETA_DATA_DIR: `${path}.d` }),
      file: 'its path comes from --keys-file or ORGMETA_KEYS_FILE',
    },
    {
      place: 'in the data folder',
      env: (path: string) => ({ ORGMETA_DATA_DIR: dirname(path) }),
      file: 'it is keys.json in the data folder, which --data-dir or ORGMETA_DATA_DIR names',
    },
  ]) {
    test(`a keys file, ${title} and ${place}, ends the start with 1, and the line tells the way out`, async (t) => {
      const path = join(await makeTemporaryFolder(t), 'keys.json');
      await (text === undefined ? mkdir(path) : writeFile(path, text));
      const run = await runQuietly(t, ['--address', '127.0.0.1:0'], env(relative(process.cwd(), path)));
      t.is(run.code, 1);
      t.true(isOneLine(run), run.stderr);
      t.true(run.stderr.startsWith(`orgmeta: the keys file ${path} ${problem}`), run.stderr);
      t.true(run.stderr.includes(`; ${file}`), run.stderr);
      t.regex(run.stderr, wayOut);
    });
  }
}

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
    relative(process.cwd(), join(folder, 'keys')),
    '--data-dir',
    join(folder, 'd'),
  ]);
  t.is(run.code, 1);
  t.regex(run.stderr, /^orgmeta: [^\n]+can't be written[^\n]+; the keys above are not in effect\n$/);
  t.true(run.stdout.startsWith(`First start: a key of each role was created in the new keys file ${folder}/keys.\n`));
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
      `  ORGMETA_TLS_CERT: the TLS certificate ${folder}/none does not exist; put it there, or name another file`,
      `  ORGMETA_TLS_KEY: the TLS key ${folder}/key holds no private key in PEM, or one that is cut off; if it is in DER, convert it: openssl pkey -inform DER -in FILE -out NEW`,
      '',
    ].join('\n'),
  );
});
