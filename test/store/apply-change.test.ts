import test from 'ava';
import { OrgmetaError, type Reason } from '../../src/domain/errors.js';
import { backendEtag } from '../../src/domain/etag.js';
import { applyChange, newStamp, type Stamp } from '../../src/store/apply-change.js';
import type { MetadataRecord } from '../../src/store/record.js';
import type { Change } from '../../src/store/store.js';
import { StructBytes } from '../../src/struct/index.js';
import { documentOfSize, invitation, membership, replace, update } from './make-change.js';
import { contents } from './read-record.js';

const owner = membership('o', 'u');
const stamp: Stamp = { now: 1000, incarnation: 7 };
const later: Stamp = { now: 2000, incarnation: 8 };

/** Is not a Struct: a decision that looked into it would fail. */
const unreadable = new StructBytes(Uint8Array.of(0xff));

function create(change: Change): MetadataRecord {
  return applyChange(owner, undefined, change, stamp);
}

const created: { title: string; change: Change; expected: Partial<NonNullable<ReturnType<typeof contents>>> }[] = [
  {
    title: 'both documents',
    change: update({ a: 1, gone: null }, { b: { gone: null } }),
    expected: {
      publicMetadata: { a: 1 },
      privateMetadata: { b: {} },
      publicSizeBytes: 7,
      privateSizeBytes: 8,
      publicRevision: 1,
    },
  },
  {
    title: 'a replacement, which keeps nulls',
    change: replace({ a: null }),
    expected: { publicMetadata: { a: null }, privateMetadata: {}, privateSizeBytes: 2, publicRevision: 1 },
  },
  { title: 'an empty public document', change: update({}), expected: { publicMetadata: {}, publicRevision: 1 } },
  { title: 'private metadata only', change: update(undefined, { b: 1 }), expected: { publicRevision: 0 } },
  { title: 'nothing', change: update(), expected: { publicRevision: 0, publicSizeBytes: 2 } },
];

for (const { title, change, expected } of created) {
  test(`a record is created of ${title}`, (t) => {
    const record = create(change);
    t.like(contents(record), expected);
    t.like(record, { owner, revision: 1, incarnation: 7, createTime: 1000, updateTime: 1000, publicUpdateTime: 1000 });
  });
}

test('a change of one document leaves the other alone, without a look into it', (t) => {
  const before: MetadataRecord = { ...create(update({ a: 1 }, { b: 1 })), privateMetadata: unreadable };
  const after = applyChange(owner, before, update({ a: 2 }), later);
  t.is(after.privateMetadata, unreadable);
  t.like(after, { privateSizeBytes: 7, revision: 2, publicRevision: 2, updateTime: 2000, publicUpdateTime: 2000 });
  t.like(after, { createTime: 1000, incarnation: 7 });
  const hidden: MetadataRecord = { ...create(update({ a: 1 }, { b: 1 })), publicMetadata: unreadable };
  const changed = applyChange(owner, hidden, replace(undefined, { b: 2 }), later);
  t.is(changed.publicMetadata, unreadable);
  t.like(changed, { revision: 2, publicRevision: 1, updateTime: 2000, publicUpdateTime: 1000 });
});

const quiet: { title: string; change: Change }[] = [
  { title: 'an update with the same', change: update({ a: { x: 1 } }, { b: [1] }) },
  { title: 'an update with {}', change: update({}) },
  { title: 'a replacement by the same', change: replace({ c: null, a: { y: 2, x: 1 } }) },
  { title: 'no document', change: replace() },
];

for (const { title, change } of quiet) {
  test(`the record itself comes back from ${title}`, (t) => {
    const before = create(replace({ a: { x: 1, y: 2 }, c: null }, { b: [1] }));
    t.is(applyChange(owner, before, change, later), before);
  });
}

test('an empty public document gives a record that has none yet nothing to show', (t) => {
  const before = create(update(undefined, { b: 1 }));
  t.is(applyChange(owner, before, update({}), later), before);
  t.is(applyChange(owner, before, replace({}), later), before);
  t.like(applyChange(owner, before, update({}, { b: 2 }), later), { revision: 2, publicRevision: 0 });
  t.like(applyChange(owner, before, update({ a: 1 }), later), { revision: 2, publicRevision: 1 });
});

test('times do not go back with the clock', (t) => {
  const before = create(update({ a: 1 }));
  const after = applyChange(owner, before, update({ a: 2 }), { now: 500, incarnation: 8 });
  t.like(after, { revision: 2, createTime: 1000, updateTime: 1000, publicUpdateTime: 1000 });
});

test('the record that was given is not changed', (t) => {
  const before = Object.freeze(create(update({ a: 1 })));
  const copy = contents(before);
  applyChange(owner, before, update({ a: 2 }, { b: 1 }), later);
  t.deepEqual(contents(before), copy);
});

const accepted: MetadataRecord = { ...create(update({ a: 1 })), owner: invitation('o', 'i'), acceptedUserId: 'u' };
const refused: { title: string; current?: MetadataRecord; change: Change; reason: Reason }[] = [
  {
    title: 'an accepted invitation, even with a wrong etag',
    current: accepted,
    change: update({}, {}, { etag: 'x' }),
    reason: 'INVITATION_ALREADY_ACCEPTED',
  },
  {
    title: 'another etag, even if the document is too large',
    current: create(update({ a: 1 })),
    change: update(documentOfSize(9000), {}, { etag: 'x' }),
    reason: 'ETAG_MISMATCH',
  },
  { title: '* where there is no record', change: update({}, {}, { etag: '*' }), reason: 'METADATA_NOT_FOUND' },
  { title: 'a document that is too large', change: replace(documentOfSize(8193)), reason: 'METADATA_TOO_LARGE' },
  { title: 'a private one that is too large', change: update({}, documentOfSize(8193)), reason: 'METADATA_TOO_LARGE' },
];

for (const { title, current, change, reason } of refused) {
  test(`refused as ${reason}: ${title}`, (t) => {
    const error = t.throws(() => applyChange(owner, current, change, stamp), { instanceOf: OrgmetaError });
    t.is(error.reason, reason);
  });
}

test('the etag of the record as it is lets the change pass', (t) => {
  const before = create(update({ a: 1 }));
  const change = update({ a: 2 }, undefined, { etag: backendEtag(before) });
  t.is(applyChange(owner, before, change, later).revision, 2);
});

test('a stamp has the time, and another random number each time', (t) => {
  const earliest = Date.now();
  const stamps = Array.from({ length: 20 }, newStamp);
  t.true(stamps.every(({ now }) => now >= earliest && now <= Date.now()));
  const numbers = new Set(stamps.map(({ incarnation }) => incarnation));
  t.true(numbers.size > 15);
  t.true([...numbers].every((number) => Number.isInteger(number) && number >= 0 && number < 2 ** 32));
});
