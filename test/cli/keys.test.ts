import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import { parseApiKey } from '../../src/auth/api-key.js';
import { readKeysFile } from '../../src/auth/read-keys-file.js';
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
  t.true(run.stderr.includes(`${key?.id ?? ''} in ${path}: valid for org_1, org_2, org_3, expires `));
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
    title: 'without a keys file to list',
    args: ['list'],
    code: 1,
    stderr: /^orgmeta: the keys file \S+ does not exist\n$/,
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
