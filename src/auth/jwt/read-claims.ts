import { OrgmetaError } from '../../domain/errors.js';
import { isValidId } from '../../domain/owner.js';
import type { Role } from '../caller.js';
import { readClaim, type ClaimPath } from './claim-path.js';
import type { TokenRules } from './token-rules.js';

type Claims = Readonly<Record<string, unknown>>;

/**
 * The claims by which issuers name the organization of a token. Those of Clerk do so as `org_id` in version 1, and as `o.id` in version 2.
 */
const USUAL_ORGANIZATION_CLAIMS = ['org_id', 'o'];

/**
 * Reads which organization a token is scoped to; undefined if it names none.
 *
 * @throws OrgmetaError CREDENTIAL_INVALID for a claim that is no id, and for a token that names its organization otherwise than by the
 *   claim that was set: it would be valid for all organizations
 */
export function readScope(claims: Claims, { organizationClaim }: TokenRules): ReadonlySet<string> | undefined {
  const id = read(claims, organizationClaim);
  if (id === undefined) {
    const other = USUAL_ORGANIZATION_CLAIMS.find((claim) => read(claims, claim) !== undefined);
    if (other === undefined) return undefined;
    throw new OrgmetaError(
      'CREDENTIAL_INVALID',
      `the token has a claim ${other}, but names no organization by the claim that this service reads, ${organizationClaim}`,
    );
  }
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
