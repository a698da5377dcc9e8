import type { Caller } from './caller.js';
import { getBatch, type BatchAnswer } from './get-batch.js';
import { iteratePages } from './iterate-pages.js';
import type { CallOptions } from './options.js';
import { OrgmetaError } from './orgmeta-error.js';
import { readArguments, type AnyArguments } from './read-arguments.js';
import type { Rpc } from './rpc.js';

/** What the service answers with one record. */
export interface RecordAnswer {
  readonly metadata: object | undefined;
}

/** What it answers with a page of a list. */
export interface PageAnswer {
  readonly metadata: readonly object[];
  readonly nextPageToken: string;
}

/**
 * Makes reads of rpcs. What they take and give is said by {@link Organizations} and {@link Frontend}; here a request is anything, and
 * an answer fits everywhere, as `never` does.
 *
 * @param toRecord makes a record of a message; left out, a message is one
 */
export function createReads(caller: Caller, toRecord: (message: object) => object = (message) => message) {
  /** @throws OrgmetaError `INTERNAL` for an answer without a record, which the service never gives */
  const readRecord = ({ metadata }: RecordAnswer): never => {
    if (metadata !== undefined) return toRecord(metadata) as never;
    throw new OrgmetaError('the service answered without a record', { code: 'INTERNAL' });
  };
  return {
    readRecord,
    getBy:
      (rpc: Rpc<RecordAnswer>) =>
      async (...args: AnyArguments): Promise<never> => {
        const { parameters, options } = readArguments(args);
        return readRecord(await caller.call(rpc, parameters, options));
      },
    /** @param field holds the keys in the request */
    batchGetBy:
      (rpc: Rpc<BatchAnswer>, field: 'organizationIds' | 'keys') =>
      (keys: readonly unknown[], options?: CallOptions): Promise<never> => {
        const ask = (some: readonly unknown[]) => caller.call(rpc, { [field]: some }, options);
        return getBatch(keys, ask, toRecord) as Promise<never>;
      },
    /** @param defaults stand for what is left out of a request */
    listBy:
      (rpc: Rpc<PageAnswer>, defaults: object = {}) =>
      (listing: { readonly pageSize?: number | undefined } = {}, options?: CallOptions): AsyncIterable<never> =>
        iteratePages(async (pageToken) => {
          const request = { ...defaults, ...listing, pageSize: listing.pageSize ?? 0, pageToken };
          const { metadata, nextPageToken } = await caller.call(rpc, request, options);
          return { items: metadata.map(toRecord) as never[], nextPageToken };
        }),
  };
}
