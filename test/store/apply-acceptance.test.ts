import test from 'ava';
import { OrgmetaError } from '../../src/domain/errors.js';
import { applyAcceptance, requireRecord, wasAcceptedBy } from '../../src/store/apply-acceptance.js';
import { applyChange, type Stamp } from '../../src/store/apply-change.js';
import type { MetadataRecord } from '../../src/store/record.js';
import { StructBytes } from '../../src/struct/index.js';
import { documentOfSize, invitation, membership, replace, update } from './make-change.js';
import { contents } from './read-record.js';

const stamp: Stamp = { now: 1000, incarnation: 7 };
const later: Stamp = { now: 2000, incarnation: 8 };
const member = membership('o', 'u');
const invited = applyChange(invitation('o', 'i'), undefined, replace({ a: 1, b: null }), stamp);

test('the invitation is marked, and its public versions stay', (t) => {
  const { invitation: marked } = applyAcceptance(invited, member, undefined, later);
  t.deepEqual(contents(marked), {
    ...contents(invited),
    revision: 2,
    updateTime: 2000,
    acceptedUserId: 'u',
    acceptTime: 2000,
  } as ReturnType<typeof contents>);
});

test('a membership is created of the invitation’s document', (t) => {
  const { membership: created } = applyAcceptance(invited, member, undefined, later);
  t.deepEqual(contents(created), {
    owner: member,
    publicMetadata: { a: 1, b: null },
    privateMetadata: {},
    publicSizeBytes: 16,
    privateSizeBytes: 2,
    incarnation: 8,
    revision: 1,
    publicRevision: 1,
    createTime: 2000,
    updateTime: 2000,
    publicUpdateTime: 2000,
  });
});

test('a membership takes what the invitation says, and keeps the rest, without a look into its private metadata', (t) => {
  const unreadable = new StructBytes(Uint8Array.of(0xff));
  const written = applyChange(member, undefined, update({ a: 2, c: 3 }, { p: 1 }), stamp);
  const current: MetadataRecord = { ...written, privateMetadata: unreadable };
  const { membership: changed } = applyAcceptance(invited, member, current, later);
  t.deepEqual(changed.publicMetadata.json(), { a: 1, b: null, c: 3 });
  t.is(changed.privateMetadata, unreadable);
  t.like(changed, { incarnation: 7, revision: 2, publicRevision: 2, createTime: 1000, publicUpdateTime: 2000 });
  t.is(changed.publicSizeBytes, Buffer.byteLength('{"a":1,"b":null,"c":3}'));
});

test('a membership that has it all comes back itself', (t) => {
  const current = applyChange(member, undefined, replace({ b: null, a: 1, c: 3 }), stamp);
  t.is(applyAcceptance(invited, member, current, later).membership, current);
});

test('times do not go back with the clock', (t) => {
  const current = applyChange(member, undefined, update({ c: 3 }), stamp);
  const next = applyAcceptance(invited, member, current, { now: 500, incarnation: 8 });
  t.like(next.invitation, { updateTime: 1000, acceptTime: 1000 });
  t.like(next.membership, { updateTime: 1000, publicUpdateTime: 1000 });
});

test('a result over the limit is refused', (t) => {
  const large = applyChange(invitation('o', 'i'), undefined, update(documentOfSize(5000, 'a')), stamp);
  const current = applyChange(member, undefined, update(documentOfSize(5000, 'b')), stamp);
  const error = t.throws(() => applyAcceptance(large, member, current, later), { instanceOf: OrgmetaError });
  t.is(error.reason, 'METADATA_TOO_LARGE');
  t.like(error.metadata, { field: 'public_metadata', size_bytes: '9999' });
});

test('an invitation tells whether it was accepted by a user, and refuses another one', (t) => {
  const { invitation: accepted } = applyAcceptance(invited, member, undefined, later);
  t.false(wasAcceptedBy(invited, 'u'));
  t.true(wasAcceptedBy(accepted, 'u'));
  const error = t.throws(() => wasAcceptedBy(accepted, 'v'), { instanceOf: OrgmetaError });
  t.is(error.reason, 'INVITATION_ALREADY_ACCEPTED');
});

test('a record that is not there is not found', (t) => {
  t.is(requireRecord(invited, invited.owner), invited);
  const error = t.throws(() => requireRecord(undefined, member), { instanceOf: OrgmetaError });
  t.is(error.reason, 'METADATA_NOT_FOUND');
});
