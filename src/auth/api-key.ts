import { hash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { encodeBase62, encodeBytesBase62 } from './base62.js';
import type { Role } from './caller.js';

const PREFIXES: Record<Role, string> = { frontend: 'om_pk_', backend: 'om_sk_' };

const PREFIX_LENGTH = 6;
/** 32 random bytes in base 62. */
const SECRET_LENGTH = 43;
/** A CRC-32 in base 62. */
const CHECKSUM_LENGTH = 6;
const KEY_LENGTH = PREFIX_LENGTH + SECRET_LENGTH + CHECKSUM_LENGTH;

const SHAPE = /^om_[ps]k_[0-9A-Za-z]{49}$/;

/** A well-formed API key. Only its hash is kept: the text is the secret. */
interface ParsedApiKey {
  readonly role: Role;
  /** The SHA-256 of the whole key. */
  readonly digest: Buffer;
}

/**
 * Makes a new API key: `om_pk_` (frontend) or `om_sk_` (backend), 32 random bytes in base 62, and a checksum by which a
 * mistyped key is told from an unknown one, and a secret scanner tells a key from other text.
 */
export function createApiKey(role: Role): string {
  const unchecked = PREFIXES[role] + encodeBytesBase62(randomBytes(32), SECRET_LENGTH);
  return unchecked + checksum(unchecked);
}

/**
 * Reads an API key.
 *
 * @returns the key; or `mistyped` for what looks like one but has a wrong checksum (any wrong character, or a few missing);
 *   or `foreign` for anything else, such as a JWT.
 */
export function parseApiKey(text: string): ParsedApiKey | 'mistyped' | 'foreign' {
  if (!SHAPE.test(text) || checksum(text.slice(0, -CHECKSUM_LENGTH)) !== text.slice(-CHECKSUM_LENGTH)) {
    return text.startsWith('om_') || text.length === KEY_LENGTH ? 'mistyped' : 'foreign';
  }
  return { role: text.startsWith(PREFIXES.backend) ? 'backend' : 'frontend', digest: hashApiKey(text) };
}

/** Tells whether a key is one of this role, by its prefix. */
export function hasRole(key: string, role: Role): boolean {
  return key.startsWith(PREFIXES[role]);
}

/** Computes what is stored of an API key: its SHA-256. A secret of 256 random bits needs no salt and no slow hash. */
export function hashApiKey(key: string): Buffer {
  return hash('sha256', key, 'buffer');
}

// Covers the prefix too, so that `om_pk_` written for `om_sk_` is a typo and not an unknown key.
function checksum(unchecked: string): string {
  return encodeBase62(BigInt(crc32(unchecked)), CHECKSUM_LENGTH);
}
