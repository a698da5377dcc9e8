import type { Caller } from '../caller.js';
import type { KeySource } from './key-source.js';
import { createTokenCache } from './token-cache.js';
import type { TokenRules } from './token-rules.js';
import { readTokenHeader, tokenInvalid, verifyToken, type TokenHeader } from './verify-token.js';
import type { VerifyingKeys } from './verifying-keys.js';

/** To verify an RS256 token takes some 120 µs, longer than all the rest of a call; to find it here, 3. All take 5.5 MB. */
const CACHED_TOKENS = 10_000;

/**
 * Turns a token into a caller.
 *
 * @throws OrgmetaError CREDENTIAL_INVALID, whose message holds no part of the token
 */
export type AuthenticateToken = (token: string) => Caller | Promise<Caller>;

/**
 * Makes the {@link AuthenticateToken} of one issuer.
 *
 * @param now gives the time, in milliseconds since the Unix epoch.
 */
export function createTokenAuthenticator(
  source: KeySource,
  rules: TokenRules,
  now: () => number = Date.now,
): AuthenticateToken {
  const cache = createTokenCache(CACHED_TOKENS);

  async function authenticateNewToken(token: string): Promise<Caller> {
    const header = readTokenHeader(token, rules);
    let found = find(source.current(), header);
    if (found === undefined) {
      await source.refresh();
      found = find(source.current(), header);
    }
    if (found === undefined) {
      throw tokenInvalid(
        source.current() === undefined
          ? 'can not be verified yet: the keys of its issuer could not be read so far; try again later'
          : 'is signed with a key that is not known',
      );
    }
    const verified = await verifyToken(token, found.key, rules, now());
    // The keys may have changed while this one was at work.
    if (found.keys === source.current()) cache.add(token, found.keys, verified);
    return verified.caller;
  }

  return function authenticateToken(token) {
    const keys = source.current();
    return (keys && cache.find(token, keys, now())) ?? authenticateNewToken(token);
  };
}

function find(keys: VerifyingKeys | undefined, { algorithm, keyId }: TokenHeader) {
  const key = keys?.find(algorithm, keyId);
  return keys && key && { keys, key };
}
