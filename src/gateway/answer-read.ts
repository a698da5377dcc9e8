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
  if (isKnown(context.req.header('if-none-match'), etag)) return context.body(null, 304, headers);
  return context.body(toJson(), 200, { ...headers, 'content-type': 'application/json' });
}
