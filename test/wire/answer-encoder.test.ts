import test from 'ava';
import * as backend from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import { createAnswerEncoder, EncodedAnswer } from '../../src/wire/answer-encoder.js';

const { getOrganizationMetadata: rpc } = backend.BackendMetadataService;

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

test('an answer is the same bytes as the generated code makes, also after one that could not be encoded', (t) => {
  const encode = createAnswerEncoder(rpc.path, backend);
  for (const answer of [{ metadata }, { metadata: undefined }, { metadata: { ...metadata, publicMetadata: {} } }]) {
    t.deepEqual(encode(answer).bytes(), rpc.responseSerialize(answer));
    t.throws(() => encode({ metadata: { ...metadata, etag: 5 } }));
  }
});

test('an answer that is sent after others were encoded is the same, and so are these', (t) => {
  const encode = createAnswerEncoder(rpc.path, backend);
  const answers = ['a', 'b', 'c'].map((letter, index) => ({
    metadata: { ...metadata, organizationId: letter.repeat(100_000 * (index + 1)) },
  }));
  const encoded = answers.map(encode);
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 1, 0, 2],
  ]) {
    for (const index of order) {
      const expected = rpc.responseSerialize(answers[index] ?? { metadata });
      t.is(encoded[index]?.length, expected.length);
      t.true(encoded[index]?.bytes().equals(expected));
    }
  }
});

test('an answer that can not be encoded once more is never the bytes of another', (t) => {
  let encodings = 0;
  const first = new EncodedAnswer((to) => {
    encodings += 1;
    to.string(`private ${encodings}`);
    if (encodings > 1) throw new Error('broken');
  });
  new EncodedAnswer((to) => to.string('other'));
  for (let tries = 0; tries < 2; tries += 1) t.throws(() => first.bytes(), { message: 'broken' });
});

test('an rpc that is not of the generated file has no encoder', (t) => {
  t.throws(() => createAnswerEncoder('/orgmeta.v1.BackendMetadata/Nothing', backend), { message: /NothingResponse/ });
});
