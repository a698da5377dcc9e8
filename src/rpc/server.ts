import { setTimeout as delay } from 'node:timers/promises';
import { Server, ServerCredentials, type ServerInterceptor } from '@grpc/grpc-js';
import * as backend from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import * as frontend from '../../gen/ts/orgmeta/v1/frontend_metadata.js';
import type { Authenticate } from '../auth/authenticate.js';
import type { Store } from '../store/store.js';
import { scopedStore } from '../store/scoped-store.js';
import { sealPages } from '../store/sealed-pages.js';
import type { Log } from '../telemetry/log.js';
import { ACCESS_RULES } from './access-rules.js';
import { addService } from './add-service.js';
import { backendHandlers } from './handlers/backend.js';
import { frontendHandlers } from './handlers/frontend.js';
import { createHealth } from './health.js';
import { metadataLimit } from './interceptors/metadata-limit.js';
import { refuseCompression } from './interceptors/refuse-compression.js';
import { requestLog } from './interceptors/request-log.js';
import { requireRole } from './interceptors/require-role.js';
import { createReflection } from './reflection.js';
import { createErrorReporter } from './report-error.js';

/** What the server serves, and to whom. */
export interface ServerOptions {
  readonly store: Store;
  readonly authenticate: Authenticate;
  /** Lets callers without a credential read public metadata of organizations and invitations by exact id. */
  readonly anonymousFrontend: boolean;
  /** Serves reflection, for grpcurl and the like. */
  readonly reflection: boolean;
  readonly log: Log;
}

/** A server that was made and isn't listening yet. */
export interface OrgmetaServer {
  /**
   * Binds an address, `host:port` or `unix:PATH`, and serves.
   *
   * @returns the address that was bound: the port is the real one where 0 was asked for.
   */
  listen(address: string): Promise<string>;
  /** Says NOT_SERVING, lets the calls under way finish, and ends those that haven't after `limitMs` milliseconds. */
  drain(limitMs: number): Promise<void>;
}

const SERVICES = ['orgmeta.v1.BackendMetadata', 'orgmeta.v1.FrontendMetadata'];

/** The limits of the transport. */
const TRANSPORT = {
  // A request past this is RESOURCE_EXHAUSTED: twice 8 KB of JSON can be 90 KB as Structs, and a batch has 100 keys.
  'grpc.max_receive_message_length': 256 * 1024,
  // Unlimited streams let one socket take hundreds of megabytes and make everybody wait.
  'grpc.max_concurrent_streams': 100,
  'grpc.enable_channelz': 0,
};

/** Assembles the service. */
export function createServer(options: ServerOptions): OrgmetaServer {
  const { store, log } = options;
  const toStatus = createErrorReporter(log);
  const health = createHealth(SERVICES, store, log);
  const server = new Server({ ...TRANSPORT, interceptors: interceptors(options, toStatus) });

  const pages = sealPages(store);
  const unaryOptions = {
    storeFor: (caller: Parameters<typeof scopedStore>[1]) => scopedStore(pages, caller),
    toStatus,
  };
  addService(server, backend.BackendMetadataService, backend, backendHandlers, unaryOptions);
  addService(server, frontend.FrontendMetadataService, frontend, frontendHandlers, unaryOptions);
  health.addToServer(server);
  if (options.reflection) createReflection([...SERVICES, 'grpc.health.v1.Health']).addToServer(server);

  return {
    async listen(address) {
      const port = await bind(server, address);
      await health.start();
      return address.startsWith('unix:') ? address : address.replace(/:\d+$/, `:${port}`);
    },
    async drain(limitMs) {
      health.stop();
      await shutDown(server, limitMs);
    },
  };
}

/** What each call passes, from the wire to the handler; each entry says why it stands where it stands. */
function interceptors(options: ServerOptions, toStatus: ReturnType<typeof createErrorReporter>): ServerInterceptor[] {
  const { authenticate, anonymousFrontend, log } = options;
  return [
    // Before all that refuses, so that a refusal is logged too.
    requestLog({ log }),
    // Before any message is read, and so inflated; also those of health and reflection.
    refuseCompression(),
    // Before the message is read: a refused caller's is never read.
    requireRole({ rules: ACCESS_RULES, authenticate, anonymousFrontend, toStatus }),
    // Sees the message as it was decoded, and is the last that can refuse before the handler.
    metadataLimit({ toStatus }),
  ];
}

function bind(server: Server, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve(port);
      else reject(error);
    });
  });
}

async function shutDown(server: Server, limitMs: number): Promise<void> {
  // Never ends by itself while a Health.Watch or a silent socket is open.
  const finished = new Promise<void>((resolve) => {
    server.tryShutdown(() => {
      resolve();
    });
  });
  const limit = new AbortController();
  const late = delay(limitMs, undefined, { signal: limit.signal }).catch(() => undefined);
  await Promise.race([finished, late]);
  limit.abort();
  server.forceShutdown();
}
