/** What came of reading public metadata. */
export type Reading =
  | {
      readonly kind: 'found';
      readonly metadata: Readonly<Record<string, unknown>>;
      readonly updateTime: Date | undefined;
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unavailable' };

const TIMEOUT_MS = 10_000;

/**
 * Reads public metadata from the gateway, as a visitor who isn't signed in. The browser's cache asks whether what it has is still right, by ETag.
 * Never rejects.
 *
 * @param path the ids, percent-encoded here, and what is between them: `['organizations', id]`
 */
export async function readPublic(...path: readonly string[]): Promise<Reading> {
  // A browser takes these for steps in the path, and would read what something else has.
  if (path.some((part) => part === '.' || part === '..')) return { kind: 'missing' };
  const url = `${gatewayOrigin()}/v1/${path.map(encodeURIComponent).join('/')}/public-metadata`;
  try {
    const answer = await fetch(url, {
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body = await answer.text();
    // 400: no id is like that, so nothing is there either.
    if (answer.status === 404 || answer.status === 400) return { kind: 'missing' };
    if (!answer.ok) return { kind: 'unavailable' };
    const { public_metadata: metadata, update_time: updateTime } = JSON.parse(body) as {
      public_metadata: Readonly<Record<string, unknown>>;
      update_time?: string;
    };
    return { kind: 'found', metadata, updateTime: updateTime === undefined ? undefined : new Date(updateTime) };
  } catch {
    return { kind: 'unavailable' };
  }
}

/** Where the gateway is: the page says so in its head. */
function gatewayOrigin(): string {
  return document.querySelector<HTMLMetaElement>('meta[name=orgmeta-gateway]')?.content ?? '';
}
