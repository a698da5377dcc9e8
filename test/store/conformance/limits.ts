import { LIMIT_BYTES } from '../../../src/domain/size-limit.js';
import type { JsonObject } from '../../../src/domain/json.js';
import type { Change } from '../../../src/store/store.js';
import { documentOfSize, membership, replace, update } from '../make-change.js';
import { read, refusal, stored } from '../read-record.js';
import type { Case } from './case.js';

const owner = membership('o', 'u');
const alphabets = { ASCII: 'x', 'characters of 4 bytes': '🚀' };

/** The ways in which a document of a size gets into a record: in one write, or in two of which each would fit. */
const ways: { title: string; changes: (document: JsonObject, sizeBytes: number, character: string) => JsonObject[] }[] =
  [
    { title: 'by one write', changes: (document) => [document] },
    {
      title: 'by two that are merged',
      changes: (_, sizeBytes, character) => [
        documentOfSize(4096, 'first', character),
        // Together they share two braces, and gain a comma.
        documentOfSize(sizeBytes - 4096 + 1, 'second', character),
      ],
    },
  ];

const writeOf = {
  public_metadata: (document: JsonObject): Change => update(document),
  private_metadata: (document: JsonObject): Change => update(undefined, document),
};

const sized = (field: keyof typeof writeOf) =>
  field === 'public_metadata' ? ('publicSizeBytes' as const) : ('privateSizeBytes' as const);

export const limits: Case[] = [
  ...(['public_metadata', 'private_metadata'] as const).flatMap((field) =>
    Object.entries(alphabets).flatMap(([alphabet, character]) =>
      ways.flatMap(({ title, changes }) =>
        [LIMIT_BYTES, LIMIT_BYTES + 1].map((sizeBytes): Case => ({
          title: `6. Limited: ${field} of ${sizeBytes} bytes in ${alphabet}, ${title}, is ${sizeBytes > LIMIT_BYTES ? 'refused' : 'stored'}`,
          async run(t, { store }) {
            const documents = changes(documentOfSize(sizeBytes, 'text', character), sizeBytes, character);
            const last = writeOf[field](documents.pop() ?? {});
            for (const document of documents) await store.write(owner, writeOf[field](document));
            const before = await stored(store, owner);
            if (sizeBytes <= LIMIT_BYTES) {
              await store.write(owner, last);
              t.is((await read(store, owner))[sized(field)], sizeBytes);
              return;
            }
            const error = await refusal(t, 'METADATA_TOO_LARGE', () => store.write(owner, last));
            t.deepEqual(error.metadata, { field, size_bytes: String(sizeBytes), limit_bytes: String(LIMIT_BYTES) });
            t.deepEqual(await stored(store, owner), before);
          },
        })),
      ),
    ),
  ),
  {
    title: '6. Limited: a write is refused whole, and to make room in the same write is enough',
    async run(t, { store }) {
      await store.write(owner, update(documentOfSize(LIMIT_BYTES, 'full'), { p: 1 }));
      const before = await stored(store, owner);
      await refusal(t, 'METADATA_TOO_LARGE', () => store.write(owner, update({ b: 1 }, { p: 2 })));
      await refusal(t, 'METADATA_TOO_LARGE', () =>
        store.write(owner, replace({ b: 1 }, documentOfSize(LIMIT_BYTES + 1))),
      );
      await refusal(t, 'METADATA_TOO_LARGE', () => store.write(owner, update({ b: 1 }, {}, { validateOnly: true })));
      t.deepEqual(await stored(store, owner), before);
      await store.write(owner, update({ full: null, b: 1 }));
      t.is((await read(store, owner)).publicSizeBytes, 7);
      await store.write(owner, replace(documentOfSize(LIMIT_BYTES)));
      t.is((await read(store, owner)).publicSizeBytes, LIMIT_BYTES);
    },
  },
];
