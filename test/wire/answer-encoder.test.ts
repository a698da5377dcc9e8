import test from 'ava';
import * as backend from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import { createAnswerEncoder } from '../../src/wire/answer-encoder.js';

const { getOrganizationMetadata: rpc } = backend.BackendMetadataService;

test('an answer is the same bytes as the generated code makes, also after one that could not be encoded', (t) => {
  const encode = createAnswerEncoder(rpc.path, backend);
  const metadata = {
    organizationId: 'o'.repeat(200),
    publicMetadata: { a: [1, 'é', { b: null }], long: 'x'.repeat(20_000) },
    privateMetadata: {},
    etag: '1-1',
    createTime: new Date(-1),
    updateTime: new Date('2026-11-24T00:00:00.123Z'),
    publicSizeBytes: 8192,
    privateSizeBytes: 2,
  };
  for (const answer of [{ metadata }, { metadata: undefined }, { metadata: { ...metadata, publicMetadata: {} } }]) {
    t.deepEqual(encode(answer), rpc.responseSerialize(answer));
    t.throws(() => encode({ metadata: { ...metadata, etag: 5 } }));
  }
});

test('an rpc that is not of the generated file has no encoder', (t) => {
  t.throws(() => createAnswerEncoder('/orgmeta.v1.BackendMetadata/Nothing', backend), { message: /NothingResponse/ });
});
