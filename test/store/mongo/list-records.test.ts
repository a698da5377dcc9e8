import { setImmediate } from 'node:timers/promises';
import test from 'ava';
import { Connection } from '../../../src/store/mongo/connection.js';
import { listRecords } from '../../../src/store/mongo/list-records.js';
import { decodeRecord, type Decode } from '../../../src/store/mongo/record-document.js';
import { RecordTable } from '../../../src/store/mongo/record-table.js';
import type { MetadataRecord } from '../../../src/store/record.js';
import { withMongoServer } from '../../servers/with-mongo-server.js';
import { membership, update } from '../make-change.js';
import { openTemporaryStore, untilAnswers } from './open-temporary-store.js';

const COUNT = 10;

function workFor(milliseconds: number): void {
  const begun = performance.now();
  while (performance.now() - begun < milliseconds);
}

withMongoServer(test, 'mongo-java-server', ({ uri }) => {
  test('long work on a page with a filter is done in stretches, between which others have a turn', async (t) => {
    const opened = await openTemporaryStore(t, uri());
    for (let n = 0; n < COUNT; n += 1) await opened.store.write(membership('o', `u${n}`), update({ a: 1, n }));
    const connection = new Connection(opened.uri, new URL(opened.uri).pathname.slice(1), () => undefined);
    t.teardown(() => connection.close());
    await untilAnswers({ check: () => connection.ping() });

    const state = { isListing: true, turns: 0 };
    const turnOfEach: number[] = [];
    const decode: Decode<MetadataRecord> = (owner, document) => {
      turnOfEach.push(state.turns);
      // Longer than a stretch may be.
      workFor(6);
      return decodeRecord(owner, document);
    };
    const listing = listRecords(
      connection,
      new RecordTable(connection, () => undefined),
      { kind: 'membership', organizationId: 'o', publicContains: { a: 1 }, pageSize: 100, maxBytes: 1_000_000 },
      { decode },
    );
    void listing.finally(() => {
      state.isListing = false;
    });
    while (state.isListing) {
      await setImmediate();
      state.turns += 1;
    }
    t.true((await listing).records.length > 1);
    t.is(
      new Set(turnOfEach).size,
      turnOfEach.length,
      'all come in one reply, and each is looked at in a turn of its own',
    );
  });
});
