import test from 'ava';
import type { Owner } from '../../src/domain/owner.js';
import type { MetadataRecord } from '../../src/store/record.js';
import { StructBytes } from '../../src/struct/struct-bytes.js';
import { serveStore, storeWith } from './serve-store.js';

/** How often the bytes of a document were asked for. */
let reads = 0;

/** A document that counts. */
class CountingBytes extends StructBytes {
  constructor(json: Record<string, string>) {
    const { bytes } = StructBytes.fromJson(json);
    super(bytes);
    Object.defineProperty(this, 'bytes', {
      get() {
        reads += 1;
        return bytes;
      },
    });
  }
}

function recordOf(owner: Owner): MetadataRecord {
  return {
    owner,
    publicMetadata: new CountingBytes({ of: owner.organizationId }),
    privateMetadata: StructBytes.EMPTY,
    publicSizeBytes: 2,
    privateSizeBytes: 2,
    revision: 1,
    publicRevision: 1,
    incarnation: 1,
    createTime: 0,
    updateTime: 0,
    publicUpdateTime: 0,
  };
}

test('calls that a store answers all at once are each answered with their own record, which is encoded once', async (t) => {
  const waiting: (() => void)[] = [];
  const get = async (owner: Owner) => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 30) for (const each of waiting) each();
    });
    return recordOf(owner);
  };
  const { client } = await serveStore(t, storeWith({ get }));
  const ids = Array.from({ length: 30 }, (_, index) => `org-${index}`);
  const outcomes = await Promise.all(
    ids.map((organizationId) => client.call('getOrganizationMetadata', { organizationId }, { key: 'any' })),
  );
  outcomes.forEach((outcome, index) => {
    const organizationId = ids[index];
    t.like(outcome, { answer: { metadata: { organizationId, publicMetadata: { of: organizationId } } } });
  });
  t.is(reads, 30);
});
