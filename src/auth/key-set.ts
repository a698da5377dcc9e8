import { timingSafeEqual } from 'node:crypto';
import type { Caller } from './caller.js';
import type { StoredKey } from './stored-key.js';

/** One stored key, with the caller that it makes. */
interface KeyHolder {
  readonly key: StoredKey;
  readonly caller: Caller;
}

/** An unchanging set of keys, found by the hash of the key that was sent. */
export interface KeySet {
  readonly size: number;
  /** Finds a key by its SHA-256. How long it takes says nothing of the hashes that are stored. */
  find(digest: Buffer): KeyHolder | undefined;
}

/** Builds the set of these keys. */
export function createKeySet(keys: readonly StoredKey[]): KeySet {
  const buckets = new Map<number, KeyHolder[]>();
  for (const key of keys) {
    const bucket = bucketOf(key.digest);
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), { key, caller: callerOf(key) }]);
  }
  return {
    size: keys.length,
    find: (digest) => buckets.get(bucketOf(digest))?.find(({ key }) => timingSafeEqual(key.digest, digest)),
  };
}

// Four bytes of the hash pick a few candidates; the rest of it is compared in constant time.
function bucketOf(digest: Buffer): number {
  return digest.readUInt32LE(0);
}

function callerOf(key: StoredKey): Caller {
  const organizations = key.organizations && new Set(key.organizations);
  return Object.freeze({ role: key.role, organizations, credentialId: key.id });
}
