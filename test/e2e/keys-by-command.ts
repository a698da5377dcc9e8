import type { KeyMaker } from './keys.js';
import { orgmeta } from './service.js';

/** Creates and revokes keys with the commands that an operator would use. */
export const keysByCommand: KeyMaker = {
  create(dataDir, { role, organizations = [], expireTime, note }) {
    const flags = [
      ...organizations.flatMap((organization) => ['--organization', organization]),
      ...(expireTime === undefined ? [] : ['--expires-at', new Date(expireTime).toISOString()]),
      ...(note === undefined ? [] : ['--note', note]),
    ];
    return orgmeta('keys', 'create', '--data-dir', dataDir, '--role', role, ...flags);
  },

  async revoke(dataDir, note) {
    const listed = await orgmeta('keys', 'list', '--json', '--data-dir', dataDir);
    const keys = JSON.parse(listed) as { id: string; note?: string }[];
    for (const { id } of keys.filter((key) => key.note === note)) {
      await orgmeta('keys', 'revoke', id, '--data-dir', dataDir);
    }
  },
};
