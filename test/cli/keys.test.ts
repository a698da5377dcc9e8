import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import test from 'ava';
import { parseApiKey } from '../../src/auth/api-key.js';
import { readKeysFile } from '../../src/auth/read-keys-file.js';
import { keysFilePath } from '../../src/cli/settings.js';
import { makeTemporaryFolder } from '../auth/temporary-folder.js';
import { runOrgmeta } from './run-orgmeta.js';

test('keys create prints the key alone to stdout, and stores its hash and what was said of it', async (t) => {
  const folder = await makeTemporaryFolder(t);
  const path = join(folder, 'keys.json');
  const args = ['--role', 'frontend', '--organization', 'org_1', 'org_2', '--organization', 'org_3'];
  const before = Date.now();
  const more = ['--expires-in', '90d', '--note', 'web page', '--data-dir', folder];
  const run = await runOrgmeta(t, ['keys', 'create', ...args, ...more]);
  t.is(run.code, 0, run.stderr);
  t.regex(run.stdout, /^om_pk_\w{49}\n$/);
  const parsed = parseApiKey(run.stdout.trim());
  const [key, ...others] = (await readKeysFile(path)).keys;
  t.deepEqual(others, []);
  t.like(key, {
    ...(typeof parsed === 'object' ? parsed : t.fail(parsed)),
    organizations: ['org_1', 'org_2', 'org_3'],
    note: 'web page',
  });
  t.is((key?.expireTime ?? 0) - (key?.createTime ?? 0), 90 * 86_400_000);
  t.true((key?.createTime ?? 0) >= before);
  t.true(run.stderr.includes(`${key?.id ?? ''} in the new keys file ${path}: valid for org_1, org_2, org_3, expires `));
  t.false(run.stderr.includes(run.stdout.trim()));
  t.false((await readFile(path, 'utf8')).includes(run.stdout.trim().slice(6)));
});

test('keys are created by several processes at once, listed, and revoked by id', async (t) => {
  const env = { ORGMETA_KEYS_FILE: join(await makeTemporaryFolder(t), 'k.json') };
  const created = await Promise.all(
    ['one', 'two', 'three'].map((note) => runOrgmeta(t, ['keys', 'create', '--role', 'backend', '--note', note], env)),
  );
  t.deepEqual(
    created.map(({ code }) => code),
    [0, 0, 0],
  );
  const expired = ['keys', 'create', '--role', 'frontend', '--expires-at', '2020-01-01T00:00:00Z'];
  t.regex((await runOrgmeta(t, expired, env)).stderr, /HAS EXPIRED ALREADY/);

  const listed = await runOrgmeta(t, ['keys', 'list', '--json'], env);
  const keys = JSON.parse(listed.stdout) as { id: string; status: string; note?: string }[];
  t.deepEqual(keys.map(({ note = 'none', status }) => `${note} ${status}`).sort(), [
    'none expired',
    'one active',
    'three active',
    'two active',
  ]);
  for (const { stdout } of created) t.false(listed.stdout.includes(stdout.trim()));

  const id = keys.find(({ note }) => note === 'two')?.id ?? '';
  t.is((await runOrgmeta(t, ['keys', 'revoke', id], env)).code, 0);
  const again = await runOrgmeta(t, ['keys', 'revoke', id], env);
  t.is(again.code, 1);
  t.is(again.stderr, `orgmeta: there is no key "${id}" in ${env.ORGMETA_KEYS_FILE}; see "orgmeta keys list"\n`);

  const table = (await runOrgmeta(t, ['keys', 'list'], env)).stdout.split('\n');
  t.regex(table[0] ?? '', /^ID +ROLE +STATUS +ORGANIZATIONS +CREATED +EXPIRES +NOTE$/);
  t.is(table.filter((line) => line.includes('key_')).length, 3);
  t.false(table.some((line) => line.includes(id)));
});

test('keys create says of a file whether it is new, and then how to name another', async (t) => {
  const folder = await makeTemporaryFolder(t);
  const create = () =>
    runOrgmeta(t, ['keys', 'create', '--role', 'backend', '--data-dir', relative(process.cwd(), folder)]);
  const first = await create();
  t.is(first.code, 0, first.stderr);
  const told = first.stderr.split('\n');
  t.regex(told[0] ?? '', new RegExp(`^Created the backend key key_\\w+ in the new keys file ${folder}/keys.json: `));
  t.deepEqual(told.slice(1), [
    'It is shown this once. Only a service that uses this file takes it.',
    'If yours uses another, name that with --keys-file or --data-dir, or set ORGMETA_KEYS_FILE or ORGMETA_DATA_DIR.',
    '',
  ]);
  const { stderr } = await create();
  t.regex(stderr, new RegExp(` in ${folder}/keys.json: .*\nIt is shown this once. A running service takes it within`));
});

for (const { dataDir = './d', keysFile, expected } of [
  { expected: resolve('d/keys.json') },
  { dataDir: '.', expected: resolve('keys.json') },
  { dataDir: '/', expected: '/keys.json' },
  { dataDir: '/srv/d/', expected: '/srv/d/keys.json' },
  { keysFile: 'k', expected: resolve('k') },
  { keysFile: './.././k', expected: resolve('../k') },
  { keysFile: '.../k', expected: resolve('.../k') },
  { keysFile: '/srv/current/../k', expected: '/srv/current/../k' },
  { keysFile: './current/../k', expected: `${process.cwd()}/current/../k` },
  { dataDir: 'current/../d', expected: `${process.cwd()}/current/../d/keys.json` },
]) {
  test(`the path of a keys file is absolute, and reads well: ${keysFile ?? `in ${dataDir}`}`, (t) => {
    t.is(keysFilePath({ dataDir, keysFile }), expected);
  });
}

for (const { title, named, file } of [
  { title: 'of a keys file', named: (path: string) => ({ dataDir: 'd', keysFile: `${path}/k` }), file: 'k' },
  {
    title: 'of a data folder',
    named: (path: string) => ({ dataDir: path, keysFile: undefined }),
    file: 'keys.json',
  },
]) {
  test(`the path ${title} that leads through a symbolic link names the same file once it is absolute`, async (t) => {
    const folder = await makeTemporaryFolder(t);
    await mkdir(join(folder, 'releases/1'), { recursive: true });
    await symlink('releases/1', join(folder, 'current'));
    await writeFile(join(folder, 'releases', file), 'behind the link');
    await writeFile(join(folder, file), 'beside the link');
    const path = keysFilePath(named(`${relative(process.cwd(), folder)}/current/..`));
    t.true(isAbsolute(path));
    t.is(await readFile(path, 'utf8'), 'behind the link');
  });
}

for (const args of [['list'], ['revoke', 'key_1']]) {
  for (const { title, named, expected, wayOut } of [
    {
      title: 'in a folder',
      named: (folder: string) => ({ ORGMETA_DATA_DIR: relative(process.cwd(), folder) }),
      expected: (folder: string) => join(folder, 'keys.json'),
      wayOut: '--keys-file or --data-dir, or set ORGMETA_KEYS_FILE or ORGMETA_DATA_DIR',
    },
    {
      title: 'in a folder that is missing too',
      named: (folder: string) => ({ ORGMETA_DATA_DIR: relative(process.cwd(), join(folder, 'none')) }),
      expected: (folder: string) => join(folder, 'none/keys.json'),
      wayOut: '--keys-file or --data-dir, or set ORGMETA_KEYS_FILE or ORGMETA_DATA_DIR',
    },
    {
      title: 'where ORGMETA_KEYS_FILE names one',
      named: (folder: string) => ({ ORGMETA_KEYS_FILE: relative(process.cwd(), join(folder, 'k')) }),
      expected: (folder: string) => join(folder, 'k'),
      wayOut: '--keys-file, or set ORGMETA_KEYS_FILE',
    },
  ]) {
    test(`keys ${args[0] ?? ''} without a keys file ${title} says that there is none, and how to name another`, async (t) => {
      const folder = await makeTemporaryFolder(t);
      const run = await runOrgmeta(t, ['keys', ...args], named(folder));
      t.is(run.code, 1);
      t.is(run.stdout, '');
      t.is(
        run.stderr,
        `orgmeta: the keys file ${expected(folder)} does not exist; name the file that your service uses with ${wayOut}\n`,
      );
      t.deepEqual(await readdir(folder), []);
    });
  }
}

for (const { title, args, code, stderr } of [
  { title: 'without a role', args: ['create'], code: 2, stderr: /'--role <role>' not specified/ },
  { title: 'with an unknown role', args: ['create', '--role', 'admin'], code: 2, stderr: /frontend, backend/ },
  {
    title: 'with a bad organization id',
    args: ['create', '--role', 'backend', '--organization', 'a/b'],
    code: 2,
    stderr: /128 visible ASCII characters, without "\/"/,
  },
  {
    title: 'with a bad duration',
    args: ['create', '--role', 'backend', '--expires-in', '90'],
    code: 2,
    stderr: /such as 90d/,
  },
  {
    title: 'with two expiries',
    args: ['create', '--role', 'backend', '--expires-in', '1d', '--expires-at', '2030-01-01T00:00:00Z'],
    code: 2,
    stderr: /cannot be used with/,
  },
  {
    title: 'in a folder that is none',
    args: ['create', '--role', 'backend', '--data-dir', '/dev/null/data'],
    code: 1,
    stderr: /^orgmeta: the keys file \/dev\/null\/data\/keys.json can't be (read|written) \(ENOTDIR[^\n]*\)\n$/,
  },
]) {
  test(`keys ${title} ends with ${code}, with a line that says why`, async (t) => {
    const run = await runOrgmeta(t, ['keys', ...args], { ORGMETA_DATA_DIR: await makeTemporaryFolder(t) });
    t.is(run.code, code);
    t.regex(run.stderr, stderr);
    t.false(run.stderr.includes('    at '));
    t.is(run.stdout, '');
  });
}
