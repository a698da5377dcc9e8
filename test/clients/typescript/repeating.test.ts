import { Server, ServerCredentials, status, type UntypedHandleCall } from '@grpc/grpc-js';
import test, { type ExecutionContext } from 'ava';
import { OrgmetaError } from '../../../clients/typescript/src/index.js';
import { BackendMetadataService } from '../../../gen/ts/orgmeta/v1/backend_metadata.js';
import { openClient } from '../start-for-client.js';

/** A server that answers each rpc so many times with UNAVAILABLE, and counts; then it gives an empty record. */
async function startFailing(t: ExecutionContext, failures: number) {
  const calls = new Map<string, number>();
  const handler = (name: string) =>
    ((_call: unknown, callback: (error: object | null, answer?: object) => void) => {
      const count = (calls.get(name) ?? 0) + 1;
      calls.set(name, count);
      if (count <= failures) callback({ code: status.UNAVAILABLE, details: 'not now' });
      else callback(null, { metadata: undefined });
    }) as UntypedHandleCall;
  const server = new Server();
  const handlers = Object.keys(BackendMetadataService).map((name) => [name, handler(name)] as const);
  server.addService(BackendMetadataService, Object.fromEntries(handlers));
  t.teardown(() => {
    server.forceShutdown();
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  const { organizations } = openClient(t, { address: `127.0.0.1:${port}` });
  return { organizations, calls };
}

const publicMetadata = { plan: 'pro' };

test('reads and updates without an etag are repeated while the service is unavailable', async (t) => {
  const { organizations, calls } = await startFailing(t, 1);
  // The server knows no record, which the client says; it got an answer.
  const answered = { instanceOf: OrgmetaError, code: 'INTERNAL', message: 'the service answered without a record' };
  await t.throwsAsync(organizations.getOrganizationMetadata('org_1'), answered);
  await t.throwsAsync(organizations.updateOrganizationMetadata('org_1', { publicMetadata }), answered);
  t.is(calls.get('getOrganizationMetadata'), 2);
  t.is(calls.get('updateOrganizationMetadata'), 2);
});

test('they are repeated four times at most', async (t) => {
  const { organizations, calls } = await startFailing(t, Infinity);
  await t.throwsAsync(organizations.getOrganizationMetadata('org_1', {}, { timeoutMs: 60_000 }), {
    message: 'not now',
  });
  t.is(calls.get('getOrganizationMetadata'), 5);
});

test('nothing else is repeated: writes with an etag, replacements, deletions, acceptances', async (t) => {
  const { organizations, calls } = await startFailing(t, Infinity);
  const conditional = { publicMetadata, etag: '1-1' };
  for (const call of [
    organizations.updateOrganizationMetadata('org_1', conditional),
    organizations.replaceOrganizationMetadata('org_1', { publicMetadata }),
    organizations.replaceOrganizationMembershipMetadata('org_1', { ...conditional, userId: 'u' }),
    organizations.deleteOrganizationMetadata('org_1'),
    organizations.acceptOrganizationInvitation('org_1', { invitationId: 'i', userId: 'u' }),
  ]) {
    await t.throwsAsync(call, { message: 'not now' });
  }
  t.deepEqual([...calls.values()], [1, 1, 1, 1, 1]);
});
