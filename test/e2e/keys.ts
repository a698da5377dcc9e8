import type { Target } from './run-cases.js';
import { makeDataFolder, orgmeta } from './service.js';

/** Creates every credential that the cases use in a data folder, with the commands that an operator would use. */
export async function createKeys(dataDir: string): Promise<Target['keys']> {
  const create = (...args: string[]) => orgmeta('keys', 'create', '--data-dir', dataDir, ...args);
  const backend = await create('--role', 'backend');
  const revoked = await create('--role', 'backend', '--note', 'to be revoked');
  const listed = JSON.parse(await orgmeta('keys', 'list', '--json', '--data-dir', dataDir)) as {
    id: string;
    note?: string;
  }[];
  const { id = '' } = listed.find(({ note }) => note === 'to be revoked') ?? {};
  await orgmeta('keys', 'revoke', id, '--data-dir', dataDir);
  const last = backend.at(-1) === 'a' ? 'b' : 'a';
  return {
    backend,
    frontend: await create('--role', 'frontend'),
    'backend of org-own': await create('--role', 'backend', '--organization', 'org-own'),
    'frontend of org-own': await create('--role', 'frontend', '--organization', 'org-own'),
    revoked,
    expired: await create('--role', 'backend', '--expires-at', '2020-01-01T00:00:00Z'),
    mistyped: backend.slice(0, -1) + last,
    truncated: backend.slice(0, -3),
    unknown: await otherKey(),
    garbage: 'garbage',
  };
}

/** A well-formed key that the service under test never saw. */
async function otherKey(): Promise<string> {
  const { dataDir, remove } = await makeDataFolder();
  try {
    return await orgmeta('keys', 'create', '--data-dir', dataDir, '--role', 'backend');
  } finally {
    await remove();
  }
}
