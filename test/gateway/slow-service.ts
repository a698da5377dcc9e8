import { Server, ServerCredentials, type handleUnaryCall } from '@grpc/grpc-js';
import type { ExecutionContext } from 'ava';
import { FrontendMetadataService } from '../../gen/ts/orgmeta/v1/frontend_metadata.js';

type Get = handleUnaryCall<{ organizationId: string }, { metadata: object }>;

/** A service that runs until the test ends. */
export interface SlowService {
  readonly address: string;
  /** Ends it, with all calls under way. */
  readonly cutOff: () => void;
}

/** Starts a service that answers the reads of organizations as it is told to. */
export async function startSlowService(t: ExecutionContext, getOrganization: Get): Promise<SlowService> {
  const server = new Server();
  const refuse: handleUnaryCall<unknown, unknown> = (_call, callback) => {
    callback(new Error('unused'));
  };
  const names = Object.keys(FrontendMetadataService);
  server.addService(FrontendMetadataService, {
    ...Object.fromEntries(names.map((name) => [name, refuse])),
    getOrganizationPublicMetadata: getOrganization,
  });
  const cutOff = () => {
    server.forceShutdown();
  };
  t.teardown(cutOff);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  return { address: `127.0.0.1:${port}`, cutOff };
}

/** A record to answer with. */
export function recordOf(organizationId: string) {
  return { metadata: { organizationId, publicMetadata: {}, etag: 'p1-1', updateTime: new Date(0) } };
}
