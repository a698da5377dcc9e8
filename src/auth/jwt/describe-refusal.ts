import { errors } from 'jose';

/** What is wrong with a claim that a token must have, by the claim. */
const CLAIM_PROBLEMS: Readonly<Record<string, string>> = {
  iss: 'is not of the issuer that this service accepts (iss)',
  aud: 'is not meant for this service (aud)',
  exp: 'has no valid time of expiry (exp)',
  nbf: 'is not valid yet (nbf)',
};

/** Says what is wrong with a token, so that it reads on from "the token", without a value of it. */
export function describeRefusal(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'has expired; send a fresh one';
  if (error instanceof errors.JWTClaimValidationFailed) {
    return CLAIM_PROBLEMS[error.claim] ?? 'has a claim that is not valid';
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'has a signature that does not match';
  return 'is malformed';
}
