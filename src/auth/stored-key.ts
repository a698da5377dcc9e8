import type { Role } from './caller.js';

/** What is kept of one API key: never the key itself. */
export interface StoredKey {
  /** Names the key in lists and in the log. */
  readonly id: string;
  readonly role: Role;
  /** The SHA-256 of the key, 32 bytes. */
  readonly digest: Buffer;
  /** The organizations that the key is restricted to, at least one; undefined if it isn't. */
  readonly organizations: readonly string[] | undefined;
  /** In milliseconds since the Unix epoch. */
  readonly createTime: number;
  /** From when the key is refused, in milliseconds since the Unix epoch; undefined if it never expires. */
  readonly expireTime: number | undefined;
  /** What the key is for, in its owner's words. */
  readonly note: string | undefined;
}

/** Tells whether a key is refused at a time because it has expired. */
export function isExpired(key: StoredKey, now: number): boolean {
  return key.expireTime !== undefined && now >= key.expireTime;
}
