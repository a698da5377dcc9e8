import { OrgmetaError } from '../domain/errors.js';
import { hashApiKey, hasRole, parseApiKey } from './api-key.js';
import type { Caller } from './caller.js';
import { looksLikeToken } from './jwt/looks-like-token.js';
import type { AuthenticateToken } from './jwt/token-authenticator.js';
import type { KeySet } from './key-set.js';
import { isExpired } from './stored-key.js';

/**
 * Turns the value of an `authorization` header into a caller.
 *
 * @throws OrgmetaError CREDENTIAL_INVALID, whose message never holds any part of the credential
 */
export type Authenticate = (authorization: string) => Caller | Promise<Caller>;

const BEARER = /^bearer +([!-~]+) *$/i;

/** What callers are known by. */
export interface AuthenticatorOptions {
  /** Gives the API keys that are valid now; it is asked at each call, so that a revoked key is refused at once. */
  readonly keys: () => KeySet;
  /** Authenticates JSON Web Tokens; where it is left out, they are refused. */
  readonly authenticateToken?: AuthenticateToken | undefined;
  /** Gives the time, in milliseconds since the Unix epoch. */
  readonly now?: () => number;
}

/** Makes the {@link Authenticate} of API keys and, where there are any, of tokens. */
export function createAuthenticator({ keys, authenticateToken, now = Date.now }: AuthenticatorOptions): Authenticate {
  return function authenticate(authorization) {
    const credential = readCredential(authorization);
    if (authenticateToken !== undefined && looksLikeToken(credential)) return authenticateToken(credential);
    return findHolder(credential, keys(), now());
  };
}

/** Makes the {@link Authenticate} of API keys alone: see {@link AuthenticatorOptions}. */
export function createApiKeyAuthenticator(keys: () => KeySet, now: () => number = Date.now) {
  return function authenticateApiKey(authorization: string): Caller {
    return findHolder(readCredential(authorization), keys(), now());
  };
}

function readCredential(authorization: string): string {
  const credential = BEARER.exec(authorization)?.[1];
  if (credential !== undefined) return credential;
  throw invalid('the authorization header is malformed; send "authorization: Bearer <credential>"');
}

function findHolder(credential: string, keys: KeySet, now: number): Caller {
  const holder = keys.find(hashApiKey(credential));
  // A stored role that the key's prefix contradicts can only come from an edited file.
  if (holder === undefined || !hasRole(credential, holder.key.role)) throw unknown(credential);
  if (isExpired(holder.key, now)) throw invalid('the API key has expired; use another one');
  return holder.caller;
}

/** Tells why no such key is known. Only a refused caller waits for the checksum. */
function unknown(credential: string): OrgmetaError {
  switch (parseApiKey(credential)) {
    case 'foreign':
      return invalid('the credential is not an API key of this service; such a key begins with om_pk_ or om_sk_');
    case 'mistyped':
      return invalid('the API key is mistyped or cut off, since its checksum does not match; copy it again, whole');
    default:
      return invalid('the API key is unknown or was revoked; use another one');
  }
}

function invalid(message: string): OrgmetaError {
  return new OrgmetaError('CREDENTIAL_INVALID', message);
}
