import type { ExecutionContext } from 'ava';
import { OrgmetaError, type Reason } from '../../src/domain/errors.js';
import type { JsonObject } from '../../src/domain/json.js';
import type { Owner } from '../../src/domain/owner.js';
import type { MetadataRecord } from '../../src/store/record.js';
import type { ListQuery, Page, Store } from '../../src/store/store.js';

/** Reads a record that must be there. */
export async function read(store: Store, owner: Owner): Promise<MetadataRecord> {
  const record = await store.get(owner);
  if (record === undefined) throw new Error(`there is no record of ${JSON.stringify(owner)}`);
  return record;
}

/** Everything that a record says, with its documents as JSON: two records are the same if this is deeply equal. */
export function contents(record: MetadataRecord | undefined) {
  return (
    record && {
      ...record,
      publicMetadata: record.publicMetadata.json(),
      privateMetadata: record.privateMetadata.json(),
    }
  );
}

/** Everything that is stored for an owner. */
export async function stored(store: Store, owner: Owner) {
  return contents(await store.get(owner));
}

/** The public document that is stored for an owner. */
export async function publicDocument(store: Store, owner: Owner): Promise<JsonObject> {
  return (await read(store, owner)).publicMetadata.json();
}

/** Expects a refusal for a reason, and gives the error. */
export async function refusal(t: ExecutionContext, reason: Reason, call: () => Promise<unknown>) {
  const error = await t.throwsAsync(call, { instanceOf: OrgmetaError });
  t.is(error.reason, reason);
  return error;
}

/** Reads a listing to its end, page by page. */
export async function listAll<R>(
  list: (query: ListQuery) => Promise<Page<R>>,
  query: Omit<ListQuery, 'pageSize' | 'maxBytes'> & Partial<ListQuery>,
): Promise<{ records: R[]; pages: Page<R>[] }> {
  const pages: Page<R>[] = [];
  let after: string | undefined;
  do {
    const page = await list({ pageSize: 100, maxBytes: 1_000_000, ...query, after });
    pages.push(page);
    after = page.next;
  } while (after !== undefined);
  return { records: pages.flatMap(({ records }) => records), pages };
}
