/** What a link may lead to. All else, such as `javascript:`, `data:` and `file:`, does something other than to lead. */
const LINKED = new Set(['https:', 'http:', 'mailto:']);

/**
 * Gives a link that somebody wrote, if a visitor may be sent there: absolute, to a web page or a mailbox, and without a user's name in it,
 * which can make `https://bank.example@evil.example` look like the bank.
 */
export function safeLink(value: unknown): URL | undefined {
  const url = parseUrl(value);
  return url !== undefined && LINKED.has(url.protocol) && !hasUser(url) ? url : undefined;
}

/** Gives the address of a picture that somebody wrote, if it may be loaded: over https, or from the page's own origin. */
export function safePicture(value: unknown, ownOrigin: string): URL | undefined {
  const url = parseUrl(value);
  const isLoaded = url !== undefined && (url.protocol === 'https:' || url.origin === ownOrigin) && !hasUser(url);
  return isLoaded ? url : undefined;
}

function parseUrl(value: unknown): URL | undefined {
  return typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
}

function hasUser({ username, password }: URL): boolean {
  return username !== '' || password !== '';
}
