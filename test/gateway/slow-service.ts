import { Server, ServerCredentials, type handleUnaryCall, type UntypedServiceImplementation } from '@grpc/grpc-js';
import type { ExecutionContext } from 'ava';
import { BackendMetadataService } from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import { FrontendMetadataService } from '../../gen/ts/orgmeta/v1/frontend_metadata.js';

type Get = handleUnaryCall<{ organizationId: string }, { metadata: object }>;

/** A service that runs until the test ends. */
export interface SlowService {
  readonly address: string;
  /** Ends it, with all calls under way. */
  readonly cutOff: () => void;
}

/**
 * Starts a service that answers the reads of organizations as it is told to.
 *
 * @param others answers to other rpcs, by their names; whatever has none is refused
 */
export async function startSlowService(
  t: ExecutionContext,
  getOrganization: Get,
  others: Readonly<Record<string, handleUnaryCall<object, object>>> = {},
): Promise<SlowService> {
  const server = new Server();
  const refuse: handleUnaryCall<object, object> = (_call, callback) => {
    callback(new Error('unused'));
  };
  const answers: UntypedServiceImplementation = { getOrganizationPublicMetadata: getOrganization, ...others };
  for (const service of [FrontendMetadataService, BackendMetadataService]) {
    const refused = Object.fromEntries(Object.keys(service).map((name) => [name, refuse]));
    const own = Object.entries(answers).filter(([name]) => name in service);
    server.addService(service, { ...refused, ...Object.fromEntries(own) });
  }
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
