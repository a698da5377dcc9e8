import type { Caller } from './caller.js';
import { createReads, type PageAnswer, type RecordAnswer } from './create-reads.js';
import type { BatchAnswer } from './get-batch.js';
import { modify } from './modify.js';
import { readArguments, readModification, type AnyArguments } from './read-arguments.js';
import type { Rpc } from './rpc.js';

/** The rpcs on one kind of record. */
export interface KindRpcs {
  readonly get: Rpc<RecordAnswer>;
  readonly update: Rpc<RecordAnswer>;
  readonly replace: Rpc<RecordAnswer>;
  readonly delete: Rpc<object>;
  readonly batchGet: Rpc<BatchAnswer>;
  readonly list: Rpc<PageAnswer>;
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
export function createVerbs(caller: Caller, { rpcs, noDocuments, batchField, defaults, toRecord }: Kind) {
  const { readRecord, getBy, batchGetBy, listBy } = createReads(caller, toRecord);
  const get = getBy(rpcs.get);
  const writeBy =
    (rpc: Rpc<RecordAnswer>) =>
    async (...args: AnyArguments): Promise<never> => {
      const { parameters, options } = readArguments(args);
      const request = { validateOnly: false, ...parameters, etag: parameters.etag ?? '' };
      return readRecord(await caller.write(rpc, request, options));
    };
  const replace = writeBy(rpcs.replace);
  const documents = Object.keys(noDocuments);

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
          documentsOf: (record: object = noDocuments) => pick(documents, record),
          write: (changed, etag) => replace({ ...owner, ...pick(documents, changed), etag }, options),
        },
        options?.signal,
      );
    },
    batchGet: batchGetBy(rpcs.batchGet, batchField),
    list: listBy(rpcs.list, defaults),
  };
}

/** Takes members out of an object, as they are. */
function pick(names: readonly string[], from: object): object {
  const members = from as Readonly<Record<string, unknown>>;
  return Object.fromEntries(names.map((name) => [name, members[name]]));
}
