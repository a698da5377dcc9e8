import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { changeKeysFile } from '../../src/auth/change-keys-file.js';
import { createApiKey } from '../../src/auth/api-key.js';
import { issueKey } from '../../src/auth/issue-key.js';
import type { Target } from './run-cases.js';

/** What a key is for. */
export type KeyGrant = Parameters<typeof issueKey>[0];

/** A way to create and revoke keys in a data folder. */
export interface KeyMaker {
  /** Creates a key, and gives it. */
  create(dataDir: string, grant: KeyGrant): Promise<string>;
  /** Revokes the keys that have this note. */
  revoke(dataDir: string, note: string): Promise<void>;
}

/** Changes the keys file as the commands do, without a process for each key. */
const inProcess: KeyMaker = {
  create: createKey,
  revoke: (dataDir, note) => changeKeysFile(keysFile(dataDir), (keys = []) => keys.filter((key) => key.note !== note)),
};

/** Creates a key in a data folder, which is made if it is missing, and gives the key. */
export async function createKey(dataDir: string, grant: KeyGrant): Promise<string> {
  const { key, stored } = issueKey(grant);
  await mkdir(dataDir, { recursive: true });
  await changeKeysFile(keysFile(dataDir), (others = []) => [...others, stored]);
  return key;
}

/** Creates every credential that the cases use in a data folder. */
export async function createKeys(dataDir: string, maker = inProcess): Promise<Target['keys']> {
  const create = (grant: KeyGrant) => maker.create(dataDir, grant);
  const backend = await create({ role: 'backend' });
  const revoked = await create({ role: 'backend', note: 'to be revoked' });
  await maker.revoke(dataDir, 'to be revoked');
  const last = backend.at(-1) === 'a' ? 'b' : 'a';
  return {
    backend,
    frontend: await create({ role: 'frontend' }),
    'backend of org-own': await create({ role: 'backend', organizations: ['org-own'] }),
    'frontend of org-own': await create({ role: 'frontend', organizations: ['org-own'] }),
    revoked,
    expired: await create({ role: 'backend', expireTime: Date.parse('2020-01-01T00:00:00Z') }),
    mistyped: backend.slice(0, -1) + last,
    truncated: backend.slice(0, -3),
    // Well-formed, but the service under test never saw it.
    unknown: createApiKey('backend'),
    garbage: 'garbage',
  };
}

function keysFile(dataDir: string): string {
  return path.join(dataDir, 'keys.json');
}
