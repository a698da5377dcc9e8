import { isJsonObject } from '../../domain/json.js';

/** Where a claim is: `org_id`, or `o.id` for the member `id` of the claim `o`. */
export type ClaimPath = string;

/** Tells whether a text is a path: up to 256 visible ASCII characters, none of the names between its dots empty. */
export function isClaimPath(text: string): boolean {
  return /^(?!\.)(?!.*\.\.)[!-~]{1,256}(?<!\.)$/.test(text);
}

/**
 * Reads a claim. One that has the whole path for its name goes first, since the names of some are URLs. null is read as
 * missing: issuers write it where a user is in no organization.
 *
 * @throws Error if something on the way is no object
 */
export function readClaim(claims: Readonly<Record<string, unknown>>, path: ClaimPath): unknown {
  if (Object.hasOwn(claims, path)) return claims[path] ?? undefined;
  let value: unknown = claims;
  for (const name of path.split('.')) {
    if (!isJsonObject(value)) throw new Error(`the way to ${path} leads through something that is no object`);
    value = Object.hasOwn(value, name) ? (value[name] ?? undefined) : undefined;
    if (value === undefined) return undefined;
  }
  return value;
}
