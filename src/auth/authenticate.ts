import { OrgmetaError } from '../domain/errors.js';
import { parseApiKey } from './api-key.js';
import type { Caller } from './caller.js';
import type { KeySet } from './key-set.js';
import { isExpired } from './stored-key.js';

/**
 * Turns the value of an `authorization` header into a caller.
 *
 * @throws OrgmetaError CREDENTIAL_INVALID, whose message never holds any part of the credential
 */
export type Authenticate = (authorization: string) => Caller | Promise<Caller>;

const BEARER = /^bearer +([!-~]+) *$/i;

/**
 * Makes the {@link Authenticate} of API keys.
 *
 * @param keys gives the keys that are valid now; it is asked at each call, so that a revoked key is refused at once.
 * @param now gives the time, in milliseconds since the Unix epoch.
 */
export function createApiKeyAuthenticator(keys: () => KeySet, now: () => number = Date.now) {
  return function authenticateApiKey(authorization: string): Caller {
    const credential = BEARER.exec(authorization)?.[1];
    if (credential === undefined) {
      throw invalid('the authorization header is malformed; send "authorization: Bearer <credential>"');
    }
    const parsed = parseApiKey(credential);
    if (parsed === 'foreign') {
      throw invalid('the credential is not an API key of this service; such a key begins with om_pk_ or om_sk_');
    }
    if (parsed === 'mistyped') {
      throw invalid('the API key is mistyped or cut off, since its checksum does not match; copy it again, whole');
    }
    const holder = keys().find(parsed.digest);
    // A stored role that the key's prefix contradicts can only come from an edited file.
    if (holder?.key.role !== parsed.role) throw invalid('the API key is unknown or was revoked; use another one');
    if (isExpired(holder.key, now())) throw invalid('the API key has expired; use another one');
    return holder.caller;
  };
}

function invalid(message: string): OrgmetaError {
  return new OrgmetaError('CREDENTIAL_INVALID', message);
}
