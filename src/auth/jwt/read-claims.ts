import { OrgmetaError } from '../../domain/errors.js';
import { isValidId } from '../../domain/owner.js';
import type { Role } from '../caller.js';
import { readClaim, type ClaimPath } from './claim-path.js';
import type { TokenRules } from './token-rules.js';

type Claims = Readonly<Record<string, unknown>>;

/**
 * Reads which organization a token is scoped to; undefined if it names none.
 *
 * @throws OrgmetaError CREDENTIAL_INVALID for a claim that is no id
 */
export function readScope(claims: Claims, { organizationClaim }: TokenRules): ReadonlySet<string> | undefined {
  const id = read(claims, organizationClaim);
  if (id === undefined) return undefined;
  if (typeof id !== 'string' || !isValidId(id)) throw wrongType(organizationClaim);
  return new Set([id]);
}

/**
 * Reads the role of a token: backend only where the claim that was set for it says so.
 *
 * @throws OrgmetaError CREDENTIAL_INVALID for a claim that is neither a text nor a list of texts
 */
export function readRole(claims: Claims, { backendClaim }: TokenRules): Role {
  if (backendClaim === undefined) return 'frontend';
  const found = read(claims, backendClaim.claim);
  if (found === undefined) return 'frontend';
  const values: readonly unknown[] = Array.isArray(found) ? found : [found];
  if (!values.every((value) => typeof value === 'string')) throw wrongType(backendClaim.claim);
  return values.includes(backendClaim.value) ? 'backend' : 'frontend';
}

function read(claims: Claims, path: ClaimPath): unknown {
  try {
    return readClaim(claims, path);
  } catch {
    throw wrongType(path);
  }
}

function wrongType(path: ClaimPath): OrgmetaError {
  return new OrgmetaError('CREDENTIAL_INVALID', `the token has a claim ${path} of a wrong type`);
}
