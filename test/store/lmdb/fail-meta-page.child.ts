import { OrgmetaError } from '../../../src/domain/errors.js';
import { openStore } from '../../../src/store/open-store.js';
import { membership, organization, update } from '../make-change.js';

// Runs where a write to a meta page fails. Prints a line for what came of each call, as JSON, and must end by itself.
const [dataDir = ''] = process.argv.slice(2);
const store = await openStore({ dataDir }, { onDamage: () => undefined });

async function report(call: string, answer: Promise<unknown>): Promise<void> {
  const outcome = await answer.then(
    () => 'done',
    (error: unknown) => (error instanceof OrgmetaError ? error.reason : String(error)),
  );
  console.log(JSON.stringify({ call, outcome }));
}

// More than two commits take.
const writes = Array.from({ length: 600 }, (_, index) =>
  report('write', store.write(membership('o', `u${index}`), update({ index }))),
);
await Promise.all(writes);
await report('later write', store.write(membership('o', 'later'), update({ a: 1 })));
await report('get', store.get(membership('o', 'u0')));
await report('getPublic', store.getPublic(membership('o', 'u0')));
await report('list', store.list({ kind: 'membership', organizationId: 'o', pageSize: 10, maxBytes: 1000 }));
await report('accept', store.accept({ kind: 'invitation', organizationId: 'o', invitationId: 'i' }, 'u'));
await report('delete', store.delete(organization('o'), { etag: '', force: true }));
await report('check', store.check());
await report('close', store.close());
