import assert from 'node:assert/strict';
import test from 'ava';
import fc from 'fast-check';
import { OrgmetaError, type Reason } from '../../src/domain/errors.js';
import type { JsonObject } from '../../src/domain/json.js';
import type { MetadataRecord } from '../../src/store/record.js';
import { StructBytes } from '../../src/struct/struct-bytes.js';
import { fromLine, toLine } from '../../src/transfer/record-line.js';
import { jsonObject } from '../domain/json-arbitrary.js';
import { invitation, membership, organization } from '../store/make-change.js';
import { contents } from '../store/read-record.js';

const times = fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) });
const counts = fc.nat({ max: Number.MAX_SAFE_INTEGER });

const records: fc.Arbitrary<MetadataRecord> = fc
  .record({
    owner: fc.constantFrom(organization('o'), membership('o', 'u'), invitation('o', 'i')),
    publicDocument: jsonObject(),
    privateDocument: jsonObject(),
    incarnation: fc.nat({ max: 2 ** 32 - 1 }),
    revision: counts,
    publicRevision: counts,
    createTime: times,
    updateTime: times,
    publicUpdateTime: times,
    acceptance: fc.record({ acceptedUserId: fc.constant('u'), acceptTime: times }),
  })
  .map(({ publicDocument, privateDocument, acceptance, ...rest }) => ({
    ...rest,
    publicMetadata: StructBytes.fromJson(publicDocument),
    privateMetadata: rest.owner.kind === 'invitation' ? StructBytes.EMPTY : StructBytes.fromJson(privateDocument),
    publicSizeBytes: 0,
    privateSizeBytes: 0,
    ...(rest.owner.kind === 'invitation' && acceptance),
  }));

test('every record comes back from its line as it was', (t) => {
  t.notThrows(() => {
    fc.assert(
      fc.property(records, (record) => {
        const line = JSON.parse(JSON.stringify(toLine(record))) as JsonObject;
        assert.deepEqual(contents(fromLine(line)), contents(record));
      }),
    );
  });
});

const good: JsonObject = {
  kind: 'membership',
  organization_id: 'o',
  user_id: 'u',
  public_metadata: { a: 1 },
  private_metadata: {},
  incarnation: 1,
  revision: 2,
  public_revision: 1,
  create_time: '2026-01-31T12:00:00.001Z',
  update_time: '2026-01-31T12:00:00.002Z',
  public_update_time: '2026-01-31T12:00:00.001Z',
};

const bad: { title: string; line: JsonObject; field: string; reason?: Reason }[] = [
  { title: 'an unknown kind', line: { kind: 'team', organization_id: 'o' }, field: 'kind' },
  { title: 'a number for an id', line: { ...good, organization_id: 7 }, field: 'organization_id' },
  { title: 'an id of another kind', line: { ...good, invitation_id: 'i' }, field: 'invitation_id' },
  { title: 'an unknown field', line: { ...good, revisions: 2 }, field: 'revisions' },
  { title: 'text for a number', line: { ...good, revision: '2' }, field: 'revision' },
  { title: 'a day that there is not', line: { ...good, create_time: '2026-02-30T00:00:00Z' }, field: 'create_time' },
  { title: 'an array for a document', line: { ...good, public_metadata: [] }, field: 'public_metadata' },
  {
    title: 'a document with __proto__',
    line: { ...good, public_metadata: JSON.parse('{"a":{"__proto__":1}}') as JsonObject },
    field: 'public_metadata',
    reason: 'METADATA_INVALID',
  },
  {
    title: 'a document with half a surrogate pair',
    line: { ...good, private_metadata: { a: '\ud800' } },
    field: 'private_metadata',
    reason: 'METADATA_INVALID',
  },
  {
    title: 'a document with a number past what a double holds',
    line: { ...good, public_metadata: JSON.parse('{"a":1e999}') as JsonObject },
    field: 'public_metadata',
    reason: 'METADATA_INVALID',
  },
];

for (const { title, line, field, reason = 'ARGUMENT_INVALID' } of bad) {
  test(`a line with ${title} is refused by the name of the field`, (t) => {
    const error = t.throws(() => fromLine(line), { instanceOf: OrgmetaError });
    t.is(error.reason, reason);
    t.is(error.metadata.field, field);
  });
}
