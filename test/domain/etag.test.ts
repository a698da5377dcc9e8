import assert from 'node:assert/strict';
import test from 'ava';
import fc from 'fast-check';
import { OrgmetaError } from '../../src/domain/errors.js';
import { backendEtag, checkEtag, checkEtagLength, frontendEtag, type Versions } from '../../src/domain/etag.js';

const versions: fc.Arbitrary<Versions> = fc.record({
  incarnation: fc.integer({ min: 0, max: 0xffffffff }),
  revision: fc.integer({ min: 1, max: 2 ** 50 }),
  publicRevision: fc.integer({ min: 0, max: 2 ** 50 }),
});

const current: Versions = { incarnation: 0xdeadbeef, revision: 7, publicRevision: 3 };
const notFound = () => new OrgmetaError('METADATA_NOT_FOUND', 'there is no such record');

test('a frontend etag is never a backend etag, nor a condition with a meaning of its own', (t) => {
  t.notThrows(() => {
    fc.assert(
      fc.property(versions, versions, (one, other) => {
        assert.notEqual(frontendEtag(one), backendEtag(other));
        for (const etag of [frontendEtag(one), backendEtag(one)]) assert.ok(!['', '*', '0'].includes(etag));
      }),
    );
  });
});

test('each state of a record has an etag of its own', (t) => {
  t.notThrows(() => {
    fc.assert(
      fc.property(versions, versions, (one, other) => {
        const same = one.incarnation === other.incarnation;
        assert.equal(backendEtag(one) === backendEtag(other), same && one.revision === other.revision);
        assert.equal(frontendEtag(one) === frontendEtag(other), same && one.publicRevision === other.publicRevision);
        // Records that differ in one counter only, which random pairs hardly ever do.
        assert.notEqual(backendEtag(one), backendEtag({ ...one, revision: one.revision + 1 }));
        assert.notEqual(frontendEtag(one), frontendEtag({ ...one, publicRevision: one.publicRevision + 1 }));
      }),
    );
  });
});

test('a private change leaves the frontend etag as it was', (t) => {
  const later: Versions = { ...current, revision: current.revision + 1 };
  t.is(frontendEtag(later), frontendEtag(current));
});

test('every etag is short, visible ASCII, and passes the check of its length', (t) => {
  t.notThrows(() => {
    fc.assert(
      fc.property(versions, (one) => {
        for (const etag of [frontendEtag(one), backendEtag(one)]) {
          assert.match(etag, /^[!-~]{3,32}$/);
          checkEtagLength(etag);
        }
      }),
    );
  });
});

const met: { title: string; condition: string; record: Versions | undefined }[] = [
  { title: 'no condition, a record', condition: '', record: current },
  { title: 'no condition, no record', condition: '', record: undefined },
  { title: '* and a record', condition: '*', record: current },
  { title: '0 and no record', condition: '0', record: undefined },
  { title: 'the current etag', condition: backendEtag(current), record: current },
];

for (const { title, condition, record } of met) {
  test(`the condition is met: ${title}`, (t) => {
    t.notThrows(() => {
      checkEtag(condition, record, notFound);
    });
  });
}

const unmet: { title: string; condition: string; record: Versions | undefined; etag: string }[] = [
  { title: '0 and a record', condition: '0', record: current, etag: backendEtag(current) },
  { title: 'an etag and no record', condition: backendEtag(current), record: undefined, etag: '0' },
  {
    title: 'an older etag',
    condition: backendEtag({ ...current, revision: 6 }),
    record: current,
    etag: backendEtag(current),
  },
  {
    title: 'the etag of an earlier record of the same owner',
    condition: backendEtag({ ...current, incarnation: 1 }),
    record: current,
    etag: backendEtag(current),
  },
  { title: 'the frontend etag', condition: frontendEtag(current), record: current, etag: backendEtag(current) },
  { title: 'the etag in quotes', condition: `"${backendEtag(current)}"`, record: current, etag: backendEtag(current) },
];

for (const { title, condition, record, etag } of unmet) {
  test(`the condition is not met, and the current etag is told: ${title}`, (t) => {
    const error = t.throws(
      () => {
        checkEtag(condition, record, notFound);
      },
      { instanceOf: OrgmetaError },
    );
    t.is(error.reason, 'ETAG_MISMATCH');
    t.deepEqual(error.metadata, { etag });
  });
}

test('the condition * without a record is answered with the error of the caller', (t) => {
  const error = t.throws(
    () => {
      checkEtag('*', undefined, notFound);
    },
    { instanceOf: OrgmetaError },
  );
  t.is(error.reason, 'METADATA_NOT_FOUND');
});

test('an etag of 128 characters may be compared, and one of 129 is refused', (t) => {
  t.notThrows(() => {
    checkEtagLength('x'.repeat(128));
  });
  const error = t.throws(
    () => {
      checkEtagLength('x'.repeat(129));
    },
    { instanceOf: OrgmetaError },
  );
  t.is(error.reason, 'ARGUMENT_INVALID');
  t.deepEqual(error.metadata, { field: 'etag' });
});
