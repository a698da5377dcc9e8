import test from 'ava';
import { BackendMetadataService } from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import { StructFault } from '../../src/struct/index.js';
import { guardService, MalformedMessage } from '../../src/wire/guarded-service.js';
import { field, join, struct, updateWith, value } from '../e2e/raw.js';

const { updateOrganizationMetadata: update, batchGetOrganizationMetadata: batchGet } =
  guardService(BackendMetadataService);
const decode = (bytes: Uint8Array): unknown => update.requestDeserialize(Buffer.from(bytes));

test('a good request is decoded as it is', (t) => {
  t.like(decode(updateWith('o', struct(['a', value.number(1)]))), { organizationId: 'o', publicMetadata: { a: 1 } });
});

test('a document that breaks a rule is a fault in its field, and the rest of the message is read', (t) => {
  const message = decode(join(updateWith('o', struct(['a', value.kindless])), field(4, 'etag')));
  t.true((message as { publicMetadata: unknown }).publicMetadata instanceof StructFault);
  t.like(message, { organizationId: 'o', etag: 'etag' });
});

const MALFORMED = [
  { title: 'a truncated field', input: Buffer.from([0x0a, 0x05, 0x61]) },
  { title: 'an endless varint', input: Buffer.alloc(11, 0xff) },
  { title: 'a document longer than the message', input: Buffer.from([0x12, 0x7f, 0x0a]) },
  { title: 'a field given twice', input: Buffer.from(join(updateWith('o', struct()), field(2, struct()))) },
];

for (const { title, input } of MALFORMED) {
  test(`${title} makes the message malformed, and nothing is thrown`, (t) => {
    t.true(decode(input) instanceof MalformedMessage);
  });
}

test('a batch may repeat its field', (t) => {
  const bytes = Buffer.from(join(field(1, 'a'), field(1, 'b')));
  t.deepEqual(batchGet.requestDeserialize(bytes), { organizationIds: ['a', 'b'] });
});

test('fields of a newer client, which this version has no use for, are passed over, however often they come', (t) => {
  const newer = join(updateWith('o', struct()), field(99, 'a'), field(99, 'b'));
  t.like(decode(newer), { organizationId: 'o' });
});
