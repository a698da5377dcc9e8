import test from 'ava';
import { applyChange } from '../../../src/store/apply-change.js';
import { encodeRecord } from '../../../src/store/lmdb/record-codec.js';
import { RecentRecords } from '../../../src/store/lmdb/recent-records.js';
import { organization, update } from '../make-change.js';

function makeRecord(value: number) {
  const record = applyChange(organization('o'), undefined, update({ value }), {
    now: 1,
    incarnation: () => 7,
  } as never);
  return { record, encoded: encodeRecord('o/o', record) };
}

test('a record is recalled as long as its very bytes are stored, however long the buffer that they come in', (t) => {
  const recent = new RecentRecords();
  const { record, encoded } = makeRecord(1);
  t.is(recent.recall('o/o', encoded), undefined);
  recent.remember('o/o', record, encoded);
  t.is(recent.recall('o/o', Buffer.from(encoded)), record);
  // Has the same revision and incarnation: what another process may have written after a commit of ours failed.
  t.is(recent.recall('o/o', makeRecord(2).encoded), undefined);
  t.is(recent.recall('o/other', encoded), undefined);
  t.is(recent.recall('o/o', encoded.subarray(0, -1)), undefined);
});

test('256 records are remembered, those that were written last', (t) => {
  const recent = new RecentRecords();
  const { record, encoded } = makeRecord(1);
  for (let index = 0; index < 257; index += 1) recent.remember(`o/${index}`, record, encoded);
  t.is(recent.recall('o/0', encoded), undefined);
  t.is(recent.recall('o/1', encoded), record);
  recent.remember('o/1', record, encoded);
  recent.remember('o/257', record, encoded);
  t.is(recent.recall('o/1', encoded), record, 'to be written again makes it the last');
  t.is(recent.recall('o/2', encoded), undefined);
});

test('a record that is deleted is forgotten', (t) => {
  const recent = new RecentRecords();
  const { record, encoded } = makeRecord(1);
  recent.remember('o/o', record, encoded);
  recent.forget('o/o');
  t.is(recent.recall('o/o', encoded), undefined);
});
