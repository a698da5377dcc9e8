import type { TokenAlgorithm } from './algorithms.js';
import type { ClaimPath } from './claim-path.js';

/** Which tokens are accepted, and what their claims mean. */
export interface TokenRules {
  /** The `iss` that a token must have, exactly. */
  readonly issuer: string;
  /** A token must be meant for one of these; undefined: for anybody. */
  readonly audiences: readonly string[] | undefined;
  /** The `azp` of a token must be one of these; undefined: it may be any, or missing. */
  readonly authorizedParties: readonly string[] | undefined;
  readonly algorithms: readonly TokenAlgorithm[];
  /** How far `exp` and `nbf` may be off. */
  readonly clockToleranceSeconds: number;
  /** The claim that holds the id of the organization that the caller is scoped to. */
  readonly organizationClaim: ClaimPath;
  /** The claim and the value that make a backend of a caller; undefined: every caller is a frontend. */
  readonly backendClaim: BackendClaim | undefined;
}

/** A claim that is this value, or a list that holds it. */
export interface BackendClaim {
  readonly claim: ClaimPath;
  readonly value: string;
}
