import { setTimeout as delay } from 'node:timers/promises';
import type { ServerInterceptor } from '@grpc/grpc-js';
import type { Authenticate } from '../auth/authenticate.js';
import type { Store } from '../store/store.js';
import { scopedStore } from '../store/scoped-store.js';
import { sealPages } from '../store/sealed-pages.js';
import type { Log } from '../telemetry/log.js';
import { makeTally } from '../telemetry/tally.js';
import { Turns } from '../turns/turns.js';
import { ACCESS_RULES } from './access-rules.js';
import { createGrpcServer, type GrpcServer, type GrpcServerOptions, type SERVICES } from './grpc-server.js';
import { createHealth } from './health.js';
import { limitRate } from './interceptors/limit-rate.js';
import { metadataLimit } from './interceptors/metadata-limit.js';
import { refuseCompression } from './interceptors/refuse-compression.js';
import { requestLog } from './interceptors/request-log.js';
import { requireRole } from './interceptors/require-role.js';
import { limitConnections } from './limit-connections.js';
import { LIMITS, type Limits } from './limits.js';
import { listen } from './listen.js';
import { openInTurns } from './open-in-turns.js';
import { peerOf } from './peer-of.js';
import { createRateLimiter, type RateLimit } from './rate-limiter.js';
import { createErrorReporter } from './report-error.js';
import { limitHeaders } from './streams/limit-headers.js';
import { limitStreams } from './streams/limit-streams.js';
import { secureConnections } from './tls/secure-connections.js';
import { tellRefusals } from './tls/tell-refusals.js';
import type { WatchedTlsFiles } from './tls/watch-tls-files.js';

/** What the server serves, and to whom. */
export interface ServerOptions {
  readonly store: Store;
  readonly authenticate: Authenticate;
  /** Lets callers without a credential read public metadata of organizations and invitations by exact id. */
  readonly anonymousFrontend: boolean;
  /** Serves reflection, for grpcurl and the like. */
  readonly reflection: boolean;
  /** Secures all connections; without it they are in clear text. */
  readonly tls?: WatchedTlsFiles | undefined;
  readonly log: Log;
  /** How often one caller may call; as often as it likes if it is left out. */
  readonly rateLimit?: RateLimit | undefined;
  /** Limits of the transport, in place of those of the table. */
  readonly limits?: Partial<Limits>;
}

/** A server that was made and isn't listening yet. */
export interface OrgmetaServer {
  /**
   * Binds an address, `host:port` or `unix:PATH`, and serves there: both services, or FrontendMetadata alone, with which
   * there is no BackendMetadata for any caller. Each address has health, and reflection, of what is served there.
   *
   * @returns the address that was bound: the port is the real one where 0 was asked for.
   */
  listen(address: string, services?: keyof typeof SERVICES): Promise<string>;
  /**
   * Says NOT_SERVING, which ends each Watch of health, lets the calls under way finish, and ends those that haven't after `drainMs`
   * milliseconds. Connections without calls are closed a moment after the last call.
   */
  drain(drainMs: number): Promise<void>;
}

/** What listens on one address. */
interface Door {
  close(): void;
  readonly server: GrpcServer;
}

/** A Watch lasts as long as its caller likes. */
const LASTING: ReadonlySet<string> = new Set(['/grpc.health.v1.Health/Watch']);

/** How much of the work of large answers is done in one turn of the event loop: the making of the largest takes up to 30 ms. */
const LARGE_PER_TURN = 1;

/** How many large answers may wait to be made: well below the calls that may be open, so that these are not all of them. */
const LARGE_WAITING = 400;

/** Assembles the service. */
export function createServer(options: ServerOptions): OrgmetaServer {
  const { store, reflection, tls, log } = options;
  const toStatus = createErrorReporter(log);
  const limits = { ...LIMITS, ...options.limits };
  const health = createHealth(store, log);
  // One for all listeners, as their calls share the memory.
  const streams = limitStreams({ limits, rpcs: ACCESS_RULES, lasting: LASTING, log });
  const pages = sealPages(store);
  const largeTurns = new Turns({ perTurn: LARGE_PER_TURN, perSource: LARGE_PER_TURN, waiting: LARGE_WAITING });
  const shared = {
    reflection,
    largeTurns,
    health,
    limits,
    onSession: streams.onSession,
    // Before all that keeps the headers of a call.
    onStream: limitHeaders(limits.headerBytes, { ...streams, log }),
    onUnserved: countUnserved(log),
    interceptors: interceptors(options, toStatus),
    unary: {
      storeFor: (caller: Parameters<typeof scopedStore>[1]) => scopedStore(pages, caller),
      toStatus,
      largeTurns,
      onLargeAnswer: streams.onLargeAnswer,
    },
  };
  // One count for all listeners, as the files that the process may have open are one.
  const admit = limitConnections(limits.connections, log);
  const admitFrontend = limitConnections(Math.ceil(limits.connections * limits.frontendShare), log);
  const onRefusal = tellRefusals(log);
  const doors: Door[] = [];

  return {
    async listen(address, services = 'both') {
      const server = createGrpcServer({ ...shared, services });
      const secured = tls && secureConnections({ ...limits, files: tls, onRefusal }, server.serve);
      const opener = openInTurns(secured?.accept ?? server.serve);
      const listener = await listen(address, (socket) => {
        if ((services === 'both' || admitFrontend(socket)) && admit(socket)) opener.open(socket);
      });
      doors.push({
        close: () => {
          listener.close();
          opener.close();
          secured?.close();
        },
        server,
      });
      await health.start();
      return listener.port === undefined ? address : address.replace(/:\d+$/, `:${listener.port}`);
    },
    async drain(drainMs) {
      health.stop();
      for (const door of doors) door.close();
      const ended = Promise.all(doors.map(({ server }) => server.drain()));
      const done = new AbortController();
      const wait = (ms: number) => delay(ms, undefined, { signal: done.signal }).catch(() => undefined);
      // A silent socket, or a Watch that nobody reads, never ends by itself, and is no reason to wait for as long.
      const settled = streams.untilNoCallIsOpen().then(() => Promise.race([ended, wait(limits.farewellMs)]));
      await Promise.race([ended, settled, wait(drainMs)]);
      done.abort();
      for (const { server } of doors) server.end();
    },
  };
}

/**
 * Has the log tell of calls whose rpc nobody serves, which no interceptor sees: a credential of a backend that is tried where frontends
 * alone are served may have leaked.
 */
function countUnserved(log: Log): GrpcServerOptions['onUnserved'] {
  const unserved = makeTally(log, 'calls were refused: their rpc is not served here', {}, 'info');
  return (session, path) => {
    // Another name may be anything.
    unserved.add({ rpc: ACCESS_RULES.has(path) ? path : 'unknown', peer: peerOf(session?.socket) });
  };
}

/** What each call passes, from the wire to the handler; each entry says why it stands where it stands. */
function interceptors(
  { authenticate, anonymousFrontend, rateLimit, log }: ServerOptions,
  toStatus: ReturnType<typeof createErrorReporter>,
): ServerInterceptor[] {
  return [
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
