import { KeySourceError } from './key-source-error.js';

/** The largest answer that is read: the keys of a large issuer take some 10 KB. */
const LIMIT_BYTES = 256 * 1024;
const REDIRECT_LIMIT = 3;
const TIMEOUT_MS = 5_000;

/**
 * Fetches a text within 5 seconds, 256 KiB and 3 redirects, which must stay on the same origin.
 *
 * @throws KeySourceError
 */
export async function fetchText(url: URL, closing: AbortSignal): Promise<string> {
  const signal = AbortSignal.any([closing, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    const response = await follow(url, signal);
    if (response.status === 200) return await readBody(response);
    await response.body?.cancel();
    throw new Error(`answers with the status ${response.status}`);
  } catch (error) {
    throw new KeySourceError(`the key set at ${describeUrl(url)} ${describe(error)}`, { cause: error });
  }
}

/** Names a URL without its query, which may hold a secret. */
export function describeUrl({ origin, pathname }: URL): string {
  return origin + pathname;
}

async function follow(start: URL, signal: AbortSignal): Promise<Response> {
  let url = start;
  for (let redirects = 0; redirects <= REDIRECT_LIMIT; redirects += 1) {
    const headers = { accept: 'application/jwk-set+json, application/json' };
    const response = await fetch(url, { redirect: 'manual', headers, signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(location, url.href)) throw new Error('redirects to what is no URL');
    url = new URL(location, url);
    if (url.origin !== start.origin) throw new Error('redirects to another origin, which is not followed');
  }
  throw new Error('redirects too often');
}

async function readBody(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    // To leave the loop cancels the rest.
    if (bytes > LIMIT_BYTES) throw new Error(`is larger than ${LIMIT_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return `can't be read (${String(error)})`;
  if (error.name === 'TimeoutError') return `can't be read within ${TIMEOUT_MS / 1000} seconds`;
  // Of fetch the cause says what happened.
  const { code } = (error.cause ?? error) as NodeJS.ErrnoException;
  if (typeof code === 'string') return `can't be read (${code})`;
  return error instanceof TypeError || error instanceof DOMException ? "can't be read" : error.message;
}
