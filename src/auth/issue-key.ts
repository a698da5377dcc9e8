import { randomBytes } from 'node:crypto';
import { createApiKey, hashApiKey } from './api-key.js';
import { encodeBytesBase62 } from './base62.js';
import type { StoredKey } from './stored-key.js';

/** What the one who issues a key decides. */
type KeyGrant = Pick<StoredKey, 'role'> & Partial<Pick<StoredKey, 'organizations' | 'expireTime' | 'note'>>;

/** A key that was just made: the only time that its text is known. */
export interface IssuedKey {
  /** The secret. Shown once and never kept. */
  readonly key: string;
  readonly stored: StoredKey;
}

/** Makes a new API key and what is to be stored of it. */
export function issueKey(grant: KeyGrant, now = Date.now()): IssuedKey {
  const key = createApiKey(grant.role);
  return {
    key,
    stored: {
      id: `key_${encodeBytesBase62(randomBytes(8), 11)}`,
      role: grant.role,
      digest: hashApiKey(key),
      organizations: grant.organizations,
      createTime: now,
      expireTime: grant.expireTime,
      note: grant.note,
    },
  };
}
