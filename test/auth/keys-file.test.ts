import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'ava';
import fc from 'fast-check';
import { KeysFileError } from '../../src/auth/keys-file-error.js';
import { formatKeysFile, parseKeysFile } from '../../src/auth/keys-file.js';
import { readKeysFile } from '../../src/auth/read-keys-file.js';
import type { StoredKey } from '../../src/auth/stored-key.js';
import { makeTemporaryFolder } from './temporary-folder.js';

const SHA_256 = 'ab'.repeat(32);
const entry = { id: 'key_1', role: 'backend', sha256: SHA_256, create_time: '2026-01-31T12:00:00Z' };

function file(...keys: unknown[]): string {
  return JSON.stringify({ version: 1, keys });
}

test('what is written is read back equal', (t) => {
  const time = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }).map(Number);
  const id = fc.stringMatching(/^[\w-]{1,64}$/).filter((text) => text !== 'anonymous');
  const key: fc.Arbitrary<StoredKey> = fc.record({
    id,
    role: fc.constantFrom('frontend', 'backend'),
    digest: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes)),
    organizations: fc.option(fc.array(fc.stringMatching(/^[!-.0-~]{1,128}$/), { minLength: 1, maxLength: 5 }), {
      nil: undefined,
    }),
    createTime: time,
    expireTime: fc.option(time, { nil: undefined }),
    note: fc.option(fc.stringMatching(/^[^\p{Cc}]{1,100}$/u), { nil: undefined }),
  });
  const keys = fc.uniqueArray(key, { comparator: (a, b) => a.id === b.id || a.digest.equals(b.digest), maxLength: 5 });
  fc.assert(
    fc.property(keys, (written) => {
      t.deepEqual(parseKeysFile(formatKeysFile(written)), written);
    }),
  );
});

test('a file as an administrator would write it is read', (t) => {
  t.deepEqual(parseKeysFile(file({ ...entry, sha256: SHA_256.toUpperCase(), organizations: ['org_1'] })), [
    {
      id: 'key_1',
      role: 'backend',
      digest: Buffer.from(SHA_256, 'hex'),
      organizations: ['org_1'],
      createTime: Date.UTC(2026, 0, 31, 12),
      expireTime: undefined,
      note: undefined,
    },
  ]);
});

for (const { title, input, expected } of [
  { title: 'an empty file', input: '', expected: 'is empty' },
  { title: 'half a file', input: file(entry).slice(0, 60), expected: 'is not JSON, or was only written in part' },
  { title: 'a list', input: '[]', expected: 'does not hold a JSON object' },
  { title: 'another version', input: '{"version":2,"keys":[]}', expected: 'does not say "version": 1' },
  { title: 'no list of keys', input: '{"version":1}', expected: 'has no list "keys"' },
  { title: 'an unknown field', input: '{"version":1,"keys":[],"kyes":[]}', expected: 'has an unknown field "kyes"' },
  { title: 'a null entry', input: file(null), expected: 'has something that is not an object in keys[0]' },
  {
    title: 'an unknown field of an entry',
    input: file({ ...entry, expires: '2026-01-31T12:00:00Z' }),
    expected: 'has an unknown field "expires" in keys[0] (key_1)',
  },
  {
    title: 'a missing id',
    input: file(entry, { ...entry, id: undefined }),
    expected: 'has a bad "id" in keys[1]: it must be 1 to 64 of the characters A-Z a-z 0-9 _ -, and not "anonymous"',
  },
  {
    title: 'the id that callers without a credential have',
    input: file({ ...entry, id: 'anonymous' }),
    expected: 'has a bad "id" in keys[0]: it must be 1 to 64 of the characters A-Z a-z 0-9 _ -, and not "anonymous"',
  },
  {
    title: 'an unknown role',
    input: file({ ...entry, role: 'admin' }),
    expected: 'has a bad "role" in keys[0] (key_1): it must be "frontend" or "backend"',
  },
  {
    title: 'a key in the place of its hash',
    input: file({ ...entry, sha256: 'om_sk_0123' }),
    expected: 'has a bad "sha256" in keys[0] (key_1): it must be 64 hexadecimal digits',
  },
  {
    title: 'an empty list of organizations',
    input: file({ ...entry, organizations: [] }),
    expected:
      'has a bad "organizations" in keys[0] (key_1): it must be a list of at least one organization id; leave it out for a key that is not restricted',
  },
  {
    title: 'an organization id with a slash',
    input: file({ ...entry, organizations: ['org_1', 'a/b'] }),
    expected:
      'has a bad "organizations" in keys[0] (key_1): it must be a list of at least one organization id; leave it out for a key that is not restricted',
  },
  {
    title: 'an expiry that is null',
    input: file({ ...entry, expire_time: null }),
    expected:
      'has a bad "expire_time" in keys[0] (key_1): it must be a time such as "2026-01-31T12:00:00Z"; leave it out for a key that does not expire',
  },
  {
    title: 'February 30',
    input: file({ ...entry, create_time: '2026-02-30T12:00:00Z' }),
    expected: 'has a bad "create_time" in keys[0] (key_1): it must be a time such as "2026-01-31T12:00:00Z"',
  },
  {
    title: 'a time without a zone',
    input: file({ ...entry, create_time: '2026-02-28T12:00:00' }),
    expected: 'has a bad "create_time" in keys[0] (key_1): it must be a time such as "2026-01-31T12:00:00Z"',
  },
  {
    title: 'a note with a line break',
    input: file({ ...entry, note: 'a\nb' }),
    expected: 'has a bad "note" in keys[0] (key_1): it must be 1 to 200 characters, none of them a control character',
  },
  {
    title: 'an id twice',
    input: file(entry, { ...entry, sha256: 'cd'.repeat(32) }),
    expected: 'has the same "id" in keys[0] and keys[1]',
  },
  {
    title: 'a hash twice',
    input: file(entry, { ...entry, id: 'key_2' }),
    expected: 'has the same "sha256" in keys[0] and keys[1]',
  },
]) {
  test(`${title} is refused by name`, (t) => {
    t.throws(() => parseKeysFile(input), { message: expected });
  });
}

test('a file that is not JSON is refused without repeating what is in it', async (t) => {
  const path = join(await makeTemporaryFolder(t), 'keys.json');
  await writeFile(path, 'om_sk_secret');
  const error = await t.throwsAsync(readKeysFile(path), { instanceOf: KeysFileError });
  t.is(error.message, `the keys file ${path} is not JSON, or was only written in part`);
});

test('a missing file and a folder in its place are told apart', async (t) => {
  const folder = await makeTemporaryFolder(t);
  const missing = await t.throwsAsync(readKeysFile(join(folder, 'none')), { instanceOf: KeysFileError });
  t.is(missing.fault, 'missing');
  t.regex(missing.message, /does not exist/);
  const wrong = await t.throwsAsync(readKeysFile(folder), { instanceOf: KeysFileError });
  t.is(wrong.fault, 'unreadable');
  t.regex(wrong.message, /is not a regular file/);
});
