import type { Route } from './route.js';

/** How long a browser may remember what it was allowed, in seconds: two hours, the most that Chromium takes. */
const PREFLIGHT_SECONDS = 7200;

/** What of a request pages of other origins have to do with. */
export interface OriginRequest {
  readonly method: string;
  /** With its query or without. */
  readonly path: string;
  readonly origin: string | undefined;
  /** The header Access-Control-Request-Method, which preflights alone have. */
  readonly requestMethod: string | undefined;
}

/** How a request is answered so that a page of another origin may read the answer. */
export interface OriginAnswer {
  /** Whether the browser only asks what the page may send: then this is all of the answer, with status 204. */
  readonly isPreflight: boolean;
  /** What the answer must say, whichever it is. */
  readonly headers: Readonly<Record<string, string>>;
}

export type AllowOrigin = (request: OriginRequest) => OriginAnswer;

/** What is not for browsers is answered without a word of it. */
export const NOT_SHARED: OriginAnswer = { isPreflight: false, headers: {} };

/**
 * Lets pages of some origins (`*`: of all) read what is for browsers. No cookies: a page sends its credential itself.
 *
 * @param routes all that there are, of which only those for browsers are opened
 * @returns undefined if no origin is allowed
 */
export function allowOrigins(origins: readonly string[], routes: readonly Route[]): AllowOrigin | undefined {
  if (origins.length === 0) return undefined;
  const isForBrowsers = matchPaths(routes.filter(({ forBrowsers }) => forBrowsers));
  const all = origins.includes('*');
  const named = new Set(origins);

  return function allowOrigin({ method, path, origin, requestMethod }) {
    if (!isForBrowsers.test(path)) return NOT_SHARED;
    const allowed = all ? '*' : origin !== undefined && named.has(origin) ? origin : undefined;
    // An OPTIONS that is no preflight asks which methods there are.
    const isPreflight = method === 'OPTIONS' && requestMethod !== undefined;
    const headers = {
      ...(!all && { vary: 'Origin' }),
      ...(allowed !== undefined && {
        'access-control-allow-origin': allowed,
        ...(isPreflight ? PREFLIGHT_HEADERS : READ_HEADERS),
      }),
    };
    return { isPreflight, headers };
  };
}

const READ_HEADERS = { 'access-control-expose-headers': 'ETag,Retry-After' };

const PREFLIGHT_HEADERS = {
  'access-control-allow-methods': 'GET,HEAD',
  'access-control-allow-headers': 'Authorization,If-None-Match',
  'access-control-max-age': String(PREFLIGHT_SECONDS),
};

function matchPaths(routes: readonly Route[]): RegExp {
  const patterns = routes.map(({ path }) => path.replaceAll(/\{\w+\}/g, '[^/?#]+'));
  return new RegExp(`^(?:${patterns.join('|')})(?:[?#]|$)`);
}
