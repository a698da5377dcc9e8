/** Goes into each ETag: an answer that is shaped anew is another one. */
const SHAPE = 1;

/** Makes the strong ETag of an answer from what identifies its content. */
export function makeEtag(content: string): string {
  return `"${SHAPE}.${encodeURIComponent(content)}"`;
}

/** Tells whether a visitor has this answer already, by the header If-None-Match: a list of ETags, compared weakly, or `*`. */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  // What is between quotes may hold commas.
  return ifNoneMatch.match(/"[^"]*"/g)?.includes(etag) ?? false;
}
