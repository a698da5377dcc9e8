import test from 'ava';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { FrontendMetadataService } from '../../gen/ts/orgmeta/v1/frontend_metadata.js';
import { requireRole } from '../../src/rpc/interceptors/require-role.js';
import { createErrorReporter } from '../../src/rpc/report-error.js';
import { silentLog } from '../../src/telemetry/log.js';
import { E2eClient } from '../e2e/client.js';

test('an rpc that no rule names is refused, even to an unlimited backend', async (t) => {
  const guard = requireRole({
    rules: new Map(),
    authenticate: () => ({ role: 'backend', organizations: undefined, credentialId: 'key_test' }),
    anonymousFrontend: true,
    toStatus: createErrorReporter(silentLog),
  });
  const server = new Server({ interceptors: [guard] });
  const handler = () => {
    t.fail('the handler was reached');
  };
  server.addService(
    FrontendMetadataService,
    Object.fromEntries(Object.keys(FrontendMetadataService).map((rpc) => [rpc, handler])),
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  const client = new E2eClient(`127.0.0.1:${port}`);
  t.teardown(() => {
    client.close();
    server.forceShutdown();
  });
  const request = { organizationId: 'o' };
  t.like(await client.call('getOrganizationPublicMetadata', request, { key: 'any' }), {
    error: { code: 'PERMISSION_DENIED', reason: 'ROLE_NOT_ALLOWED' },
  });
  t.like(await client.call('getOrganizationPublicMetadata', request), {
    error: { code: 'UNAUTHENTICATED', reason: 'CREDENTIAL_MISSING' },
  });
});
