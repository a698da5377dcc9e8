import type { Caller, Rpc } from './caller.js';
import { getBatch, type BatchAnswer } from './get-batch.js';
import { iteratePages } from './iterate-pages.js';
import { modify } from './modify.js';
import type { CallOptions } from './options.js';
import { readArguments, readModification, type AnyArguments } from './read-arguments.js';

/** The rpcs on one kind of record. */
export interface KindRpcs {
  readonly get: Rpc<RecordAnswer>;
  readonly update: Rpc<RecordAnswer>;
  readonly replace: Rpc<RecordAnswer>;
  readonly delete: Rpc<object>;
  readonly batchGet: Rpc<BatchAnswer>;
  readonly list: Rpc<{ readonly metadata: object[]; readonly nextPageToken: string }>;
}

interface RecordAnswer {
  readonly metadata: object | undefined;
}

/** What is of one kind of record. */
export interface Kind {
  readonly rpcs: KindRpcs;
  /** The documents that it has, empty. */
  readonly noDocuments: object;
  /** The field of a batch that holds the keys. */
  readonly batchField: 'organizationIds' | 'keys';
  /** What deletions and lists of it have besides, with what stands for left out. */
  readonly defaults: object;
  /** Makes a record of a message; left out, a message is one. */
  readonly toRecord?: (message: object) => object;
}

/**
 * Makes the calls on one kind of record. What they take and give is said by {@link Organizations}, which has a name for each; here
 * a request is anything, and an answer fits everywhere, as `never` does.
 */
export function createVerbs(caller: Caller, { rpcs, noDocuments, batchField, defaults, toRecord = asItIs }: Kind) {
  const get = async (...args: AnyArguments): Promise<never> => {
    const { parameters, options } = readArguments(args);
    return toRecord(present((await caller.call(rpcs.get, parameters, options)).metadata)) as never;
  };
  const writeBy =
    (rpc: Rpc<RecordAnswer>) =>
    async (...args: AnyArguments): Promise<never> => {
      const { parameters, options } = readArguments(args);
      const request = { validateOnly: false, ...parameters, etag: parameters.etag ?? '' };
      return toRecord(present((await caller.write(rpc, request, options)).metadata)) as never;
    };
  const replace = writeBy(rpcs.replace);

  return {
    get,
    replace,
    update: writeBy(rpcs.update),
    delete: async (...args: AnyArguments): Promise<void> => {
      const { parameters, options } = readArguments(args);
      await caller.write(rpcs.delete, { ...defaults, ...parameters, etag: parameters.etag ?? '' }, options);
    },
    modify: (...args: AnyArguments): Promise<never> => {
      const { owner, change, options } = readModification(args);
      return modify<never>(
        {
          change,
          read: () => get(owner, options),
          documentsOf: (record) => pickDocuments(noDocuments, record),
          write: (documents, etag) => replace({ ...owner, ...pickDocuments(noDocuments, documents), etag }, options),
        },
        options?.signal,
      );
    },
    batchGet: (keys: readonly unknown[], options?: CallOptions): Promise<never> => {
      const ask = (some: readonly unknown[]) => caller.call(rpcs.batchGet, { [batchField]: some }, options);
      return getBatch(keys, ask, toRecord) as Promise<never>;
    },
    list: (parameters: object = {}, options?: CallOptions): AsyncIterable<never> =>
      iteratePages(async (pageToken) => {
        const answer = await caller.call(rpcs.list, { ...defaults, pageSize: 0, ...parameters, pageToken }, options);
        return { items: answer.metadata.map(toRecord) as never[], nextPageToken: answer.nextPageToken };
      }),
  };
}

function asItIs(message: object): object {
  return message;
}

function present(message: object | undefined): object {
  if (message === undefined) throw new TypeError('the service answered without a record');
  return message;
}

/** Takes the documents of a kind out of a record, or out of what stands for one. */
function pickDocuments(noDocuments: object, record: object = {}): object {
  const given = record as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(noDocuments).map(([name, empty]) => [name, given[name] ?? empty]));
}
