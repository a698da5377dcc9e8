import type { Context } from 'hono';
import { parameterUnknown, queryInvalid } from './clerk-error.js';

/**
 * How far into a list a request may reach, in records. The service has page tokens and no counts, so each request reads the
 * list from its start, to pass over what comes before and to count what comes after.
 */
export const LIST_REACH = 5000;

/** What the service gives at a time, at most. */
const PAGE_SIZE = 1000;

/** What a page holds beside what is asked for, in the largest records: the service gives no more than 3 MiB at a time. */
const PAGE_RECORDS = 100;

/** The numbers that Clerk's own API has. */
const DEFAULT_LIMIT = 10;
const MOST_LIMIT = 500;

/** Which part of a list is asked for. */
export interface Window {
  readonly limit: number;
  readonly offset: number;
}

/** Which page of the service is to be read. */
export interface PageRequest {
  readonly pageSize: number;
  readonly pageToken: string;
}

/** How many records reading a part of a list may hold at once, for the turn that it takes. */
export function countHeld({ limit }: Window): number {
  return limit + PAGE_RECORDS;
}

/** A part of a list, in the order of the ids. */
export interface Windowed<R> {
  readonly data: readonly R[];
  /** How many records the list has; `LIST_REACH + 1`, or the next number that is not too small, if it has more than that. */
  readonly totalCount: number;
}

/**
 * Reads which part of a list a query asks for.
 *
 * @param filters the other parameters that are known; one that would be passed over is refused, since the answer would hold
 *   what was not asked for.
 * @throws GatewayError
 */
export function readWindowQuery(context: Context, filters: readonly string[]): Window {
  const known = ['limit', 'offset', 'paginated', ...filters];
  const unknown = Object.keys(context.req.queries()).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw parameterUnknown(unknown.slice(0, 64), `can not be served here; this list takes ${known.join(', ')}`);
  }
  return {
    limit: readNumber(context, 'limit', { least: 1, most: MOST_LIMIT, otherwise: DEFAULT_LIMIT }),
    offset: readNumber(context, 'offset', { least: 0, most: LIST_REACH, otherwise: 0 }),
  };
}

/**
 * Reads a part of a list of the service, and counts the rest.
 *
 * @param readPage gives one page of it, by the token of the page before; an empty one is the first.
 * @param matches which records count.
 * @throws GatewayError if the part reaches past {@link LIST_REACH}
 */
export async function readWindow<R>(
  readPage: (page: PageRequest) => Promise<{
    readonly metadata: readonly R[];
    readonly nextPageToken: string;
  }>,
  { limit, offset }: Window,
  matches: (record: R) => boolean = () => true,
): Promise<Windowed<R>> {
  const data: R[] = [];
  let [seen, counted, pageToken] = [0, 0, ''];
  do {
    const page = await readPage({ pageSize: PAGE_SIZE, pageToken });
    for (const record of page.metadata) {
      if (!matches(record)) continue;
      if (counted >= offset && data.length < limit) data.push(record);
      counted += 1;
    }
    seen += page.metadata.length;
    pageToken = page.nextPageToken;
  } while (pageToken !== '' && seen < LIST_REACH);
  if (pageToken === '') return { data, totalCount: counted };
  if (data.length < limit) {
    const remedy = 'read longer ones with the List rpcs of BackendMetadata, which have page tokens';
    throw queryInvalid('offset', `lists reach to the ${LIST_REACH}th record here; ${remedy}`);
  }
  // One that pages by this number goes on, and finds out.
  return { data, totalCount: counted + 1 };
}

function readNumber(
  context: Context,
  name: string,
  { least, most, otherwise }: { readonly least: number; readonly most: number; readonly otherwise: number },
): number {
  const text = context.req.query(name);
  if (text === undefined) return otherwise;
  const number = /^\d{1,6}$/.test(text) ? Number(text) : -1;
  if (number < least || number > most) throw queryInvalid(name, `must be a whole number from ${least} to ${most}`);
  return number;
}
