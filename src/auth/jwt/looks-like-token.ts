const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** Tells whether a credential looks like a JSON Web Token: three parts in base64url, the last of which may be empty. */
export function looksLikeToken(credential: string): boolean {
  return TOKEN.test(credential);
}
