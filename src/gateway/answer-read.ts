import type { Context } from 'hono';
import { isKnown } from './conditional.js';

/** An answer to a read, whose body is made only if it is sent. */
export interface ReadAnswer {
  readonly etag: string;
  readonly toJson: () => string;
}

/** How long caches may keep an answer that anybody may see, in seconds. */
export interface CacheOptions {
  readonly maxAgeSeconds: number;
}

/**
 * Answers a read: 304 if the visitor has this state already, or else 200 with the JSON. Caches may keep it only if no
 * credential of the visitor was used.
 */
export function answerRead(
  context: Context,
  { etag, toJson }: ReadAnswer,
  { isVisitors, maxAgeSeconds }: CacheOptions & { readonly isVisitors: boolean },
): Response {
  const headers = {
    etag,
    'cache-control': isVisitors ? 'private, no-store' : `public, max-age=${maxAgeSeconds}`,
    vary: 'Authorization',
  };
  // Made directly, a response keeps its headers as a plain object, which Node's server takes as it is.
  if (isKnown(context.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(toJson(), { status: 200, headers: { ...headers, 'content-type': 'application/json' } });
}
