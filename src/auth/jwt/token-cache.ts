import { createHash } from 'node:crypto';
import type { Caller } from '../caller.js';
import type { VerifiedToken } from './verify-token.js';
import type { VerifyingKeys } from './verifying-keys.js';

/** Remembers the tokens that were verified last, by their hash, each until it expires. */
export interface TokenCache {
  /** Finds the caller of a token that was verified with these keys and has not expired. */
  find(token: string, keys: VerifyingKeys, now: number): Caller | undefined;
  add(token: string, keys: VerifyingKeys, verified: VerifiedToken): void;
}

/**
 * Makes a cache.
 *
 * @param limit is how many tokens it remembers; the one that was used least recently goes first.
 */
export function createTokenCache(limit: number): TokenCache {
  const entries = new Map<string, VerifiedToken>();
  let verifiedWith: VerifyingKeys | undefined;

  return {
    find(token, keys, now) {
      if (keys !== verifiedWith) return undefined;
      const name = hash(token);
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      entries.delete(name);
      if (now >= entry.expireTime) return undefined;
      entries.set(name, entry);
      return entry.caller;
    },
    add(token, keys, verified) {
      // A key that is gone from the set takes its tokens with it.
      if (keys !== verifiedWith) entries.clear();
      verifiedWith = keys;
      entries.set(hash(token), verified);
      const [oldest] = entries.keys();
      if (entries.size > limit && oldest !== undefined) entries.delete(oldest);
    },
  };
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}
