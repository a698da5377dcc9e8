import { createHash } from 'node:crypto';
import { decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import { OrgmetaError } from '../../domain/errors.js';
import type { Caller } from '../caller.js';
import type { TokenAlgorithm } from './algorithms.js';
import { describeRefusal } from './describe-refusal.js';
import { readRole, readScope } from './read-claims.js';
import type { TokenRules } from './token-rules.js';
import type { VerifyingKeys } from './verifying-keys.js';

/** A token that was verified. */
export interface VerifiedToken {
  readonly caller: Caller;
  /** From when it is refused, in milliseconds since the Unix epoch. */
  readonly expireTime: number;
}

/** What the header of a token says of its key. */
export interface TokenHeader {
  readonly algorithm: TokenAlgorithm;
  readonly keyId: string | undefined;
}

/** Headers by which a token would bring its own key, or ask for what this service does not know (RFC 7515, 4.1). */
const REFUSED_HEADERS = ['jwk', 'jku', 'x5u', 'x5c', 'crit', 'b64'] as const;

/**
 * Reads the header of a token.
 *
 * @throws OrgmetaError CREDENTIAL_INVALID if no key could make such a token valid
 */
export function readTokenHeader(token: string, { algorithms }: TokenRules): TokenHeader {
  const header = decodeHeader(token);
  const algorithm = algorithms.find((allowed) => allowed === header.alg);
  if (algorithm === undefined) throw tokenInvalid('is not signed with one of the algorithms that are allowed');
  for (const name of REFUSED_HEADERS) {
    if (name in header) throw tokenInvalid(`has the header ${name}, which is not allowed`);
  }
  const { kid } = header;
  if (kid !== undefined && typeof kid !== 'string') throw tokenInvalid('is malformed');
  return { algorithm, keyId: kid };
}

/**
 * Verifies a token with a key, and reads its claims.
 *
 * @param now is the time, in milliseconds since the Unix epoch.
 * @throws OrgmetaError CREDENTIAL_INVALID, whose message holds no part of the token
 */
export async function verifyToken(
  token: string,
  key: NonNullable<ReturnType<VerifyingKeys['find']>>,
  rules: TokenRules,
  now: number,
): Promise<VerifiedToken> {
  let claims: JWTPayload;
  try {
    const verified = await jwtVerify(token, key, {
      algorithms: [...rules.algorithms],
      issuer: rules.issuer,
      ...(rules.audiences && { audience: [...rules.audiences] }),
      requiredClaims: ['exp'],
      clockTolerance: rules.clockToleranceSeconds,
      currentDate: new Date(now),
    });
    claims = verified.payload;
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    // The error itself holds the claims, and the log would too.
    throw tokenInvalid(describeRefusal(error));
  }
  checkParty(claims, rules);
  return {
    caller: Object.freeze({
      role: readRole(claims, rules),
      organizations: readScope(claims, rules),
      credentialId: nameCaller(claims),
    }),
    expireTime: ((claims.exp ?? 0) + rules.clockToleranceSeconds) * 1000,
  };
}

/** Makes the refusal of a token: `problem` is what is wrong with it. */
export function tokenInvalid(problem: string): OrgmetaError {
  return new OrgmetaError('CREDENTIAL_INVALID', `the token ${problem}`);
}

function decodeHeader(token: string): Record<string, unknown> {
  try {
    return decodeProtectedHeader(token);
  } catch {
    throw tokenInvalid('is malformed');
  }
}

function checkParty(claims: JWTPayload, { authorizedParties }: TokenRules): void {
  if (authorizedParties !== undefined && !authorizedParties.some((party) => party === claims.azp)) {
    throw tokenInvalid('was issued to a party (azp) that is not allowed');
  }
  // Clerk's mark of a session whose sign-in has a task left, and that counts as signed out until then.
  if (claims.sts === 'pending')
    throw tokenInvalid('is of a session that is pending: its user has tasks left, such as to choose an organization');
}

/** Names a caller in the log. A hash, since a subject may be a name or an address. */
function nameCaller({ iss, sub }: JWTPayload): string {
  if (sub !== undefined && typeof sub !== 'string') throw tokenInvalid('has a claim sub that is no text');
  const hash = createHash('sha256')
    .update(JSON.stringify([iss, sub]))
    .digest('hex');
  return `jwt:${hash.slice(0, 16)}`;
}
