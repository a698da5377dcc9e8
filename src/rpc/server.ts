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
import { limitCallTime } from './interceptors/limit-call-time.js';
import { limitRate } from './interceptors/limit-rate.js';
import { metadataLimit } from './interceptors/metadata-limit.js';
import { refuseCompression } from './interceptors/refuse-compression.js';
import { requestLog } from './interceptors/request-log.js';
import { requireRole } from './interceptors/require-role.js';
import { limitConnections } from './limit-connections.js';
import { LIMITS, toTransportOptions, type Limits } from './limits.js';
import { listen, type Listener } from './listen.js';
import { createRateLimiter, type RateLimit } from './rate-limiter.js';
import { addReflection } from './reflection.js';
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
  /** How often one caller may call; as often as it likes if it is left out. */
  readonly rateLimit?: RateLimit | undefined;
  /** Limits of the transport, in place of those of the table. */
  readonly limits?: Partial<Limits>;
}

/** A server that was made and isn't listening yet. */
export interface OrgmetaServer {
  /**
   * Binds an address, `host:port` or `unix:PATH`, and serves.
   *
   * @returns the address that was bound: the port is the real one where 0 was asked for.
   */
  listen(address: string): Promise<string>;
  /** Says NOT_SERVING, lets the calls under way finish, and ends those that haven't after `drainMs` milliseconds. */
  drain(drainMs: number): Promise<void>;
}

const SERVICES = ['orgmeta.v1.BackendMetadata', 'orgmeta.v1.FrontendMetadata'];

/** A Watch lasts as long as its caller likes. */
const LASTING: ReadonlySet<string> = new Set(['/grpc.health.v1.Health/Watch']);

/** Assembles the service. */
export function createServer(options: ServerOptions): OrgmetaServer {
  const { store, log } = options;
  const toStatus = createErrorReporter(log);
  const limits = { ...LIMITS, ...options.limits };
  const health = createHealth(SERVICES, store, log);
  const server = new Server({
    ...toTransportOptions(limits),
    interceptors: interceptors(options, limits, toStatus),
  });
  // We listen, and give grpc-js the connections: it neither counts nor limits them.
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  const accept = limitConnections(limits.connections, log, (socket) => {
    injector.injectConnection(socket);
  });
  const listeners: Listener[] = [];

  const pages = sealPages(store);
  const unaryOptions = {
    storeFor: (caller: Parameters<typeof scopedStore>[1]) => scopedStore(pages, caller),
    toStatus,
  };
  addService(server, backend.BackendMetadataService, backend, backendHandlers, unaryOptions);
  addService(server, frontend.FrontendMetadataService, frontend, frontendHandlers, unaryOptions);
  health.addToServer(server);
  if (options.reflection) addReflection(server, [...SERVICES, 'grpc.health.v1.Health']);

  return {
    async listen(address) {
      const listener = await listen(address, accept);
      listeners.push(listener);
      await health.start();
      return listener.port === undefined ? address : address.replace(/:\d+$/, `:${listener.port}`);
    },
    async drain(drainMs) {
      health.stop();
      for (const listener of listeners) listener.close();
      await shutDown(server, drainMs);
    },
  };
}

/** What each call passes, from the wire to the handler; each entry says why it stands where it stands. */
function interceptors(
  { authenticate, anonymousFrontend, rateLimit, log }: ServerOptions,
  { callMs }: Limits,
  toStatus: ReturnType<typeof createErrorReporter>,
): ServerInterceptor[] {
  return [
    // The first, since it needs grpc-js' own call.
    limitCallTime({ callMs, exempt: LASTING, log }),
    // Before all that refuses, so that a refusal is logged too.
    requestLog({ log }),
    // Before any message is read, and so inflated; also those of health and reflection.
    refuseCompression(),
    // Before the message is read: a refused caller's is never read.
    requireRole({ rules: ACCESS_RULES, authenticate, anonymousFrontend, toStatus }),
    // Once it is known whose calls to count, and before the message is read.
    ...(rateLimit ? [limitRate({ limit: rateLimit, limiter: createRateLimiter(rateLimit), toStatus })] : []),
    // Sees the message as it was decoded, and is the last that can refuse before the handler.
    metadataLimit({ toStatus }),
  ];
}

async function shutDown(server: Server, drainMs: number): Promise<void> {
  // Never ends by itself while a Health.Watch or a silent socket is open.
  const finished = new Promise<void>((resolve) => {
    server.tryShutdown(() => {
      resolve();
    });
  });
  const limit = new AbortController();
  const late = delay(drainMs, undefined, { signal: limit.signal }).catch(() => undefined);
  await Promise.race([finished, late]);
  limit.abort();
  server.forceShutdown();
}
