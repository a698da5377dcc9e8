import type { Http2Server, Http2Session, IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import type { Socket } from 'node:net';
import { Server, ServerCredentials, type ServerInterceptor } from '@grpc/grpc-js';
import * as backend from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import * as frontend from '../../gen/ts/orgmeta/v1/frontend_metadata.js';
import type { Turns } from '../turns/turns.js';
import { addService } from './add-service.js';
import { backendHandlers } from './handlers/backend.js';
import { frontendHandlers } from './handlers/frontend.js';
import type { Health } from './health.js';
import { toTransportOptions, type Limits } from './limits.js';
import { OpenSessions } from './open-sessions.js';
import { addReflection } from './reflection.js';
import type { BeginCall } from './streams/begin-in-turns.js';
import type { OnStream } from './streams/limit-streams.js';
import type { UnaryOptions } from './unary.js';

/** The services of ours that can be served, by their full names. */
export const SERVICES = {
  both: ['orgmeta.v1.BackendMetadata', 'orgmeta.v1.FrontendMetadata'],
  frontend: ['orgmeta.v1.FrontendMetadata'],
} as const;

/** What a gRPC server serves, and how. */
export interface GrpcServerOptions {
  readonly services: keyof typeof SERVICES;
  readonly reflection: boolean;
  readonly health: Health;
  readonly limits: Limits;
  readonly onSession: (session: Http2Session) => void;
  readonly onStream: OnStream;
  /** Is told, in addition, of each call whose rpc isn't served. */
  readonly onUnserved: (session: Http2Session | undefined, path: string) => void;
  readonly interceptors: ServerInterceptor[];
  readonly unary: UnaryOptions;
  /** In which reflection answers. */
  readonly largeTurns: Turns;
}

/** A gRPC server that is given its connections. */
export interface GrpcServer {
  /** Serves a connection, which is open, and secured if it is to be. */
  readonly serve: (socket: Socket) => void;
  /** Takes no more calls, and resolves once all connections have ended. Callers are told, and end theirs after their calls. */
  readonly drain: () => Promise<void>;
  /** Ends what is still open. */
  end(): void;
}

/** Makes a gRPC server of our services, health, and reflection of what it serves. */
export function createGrpcServer(options: GrpcServerOptions): GrpcServer {
  const { health, limits, interceptors, unary, largeTurns } = options;
  const services = SERVICES[options.services];
  const server = new Server({ ...toTransportOptions(limits), interceptors });
  if (options.services === 'both') {
    addService(server, backend.BackendMetadataService, backend, backendHandlers, unary);
  }
  addService(server, frontend.FrontendMetadataService, frontend, frontendHandlers, unary);
  health.addToServer(server, services);
  if (options.reflection) addReflection(server, [...services, 'grpc.health.v1.Health'], largeTurns);
  // We listen, and give grpc-js the connections: it neither counts nor limits them, and can't renew certificates.
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  const sessions = new OpenSessions(limits.callMs);
  let given: Socket | undefined;
  takeStreams(server, {
    ...options,
    onSession(session) {
      if (given === undefined) throw new Error('a session of HTTP/2 is not made as soon as there is a connection');
      sessions.add(session, given);
      options.onSession(session);
    },
  });
  return {
    serve(socket) {
      // A session doesn't give its socket away; Node makes it at once.
      given = socket;
      try {
        injector.injectConnection(socket);
      } finally {
        given = undefined;
      }
    },
    // Resolves never while a call or a silent socket is open.
    drain() {
      // It says that all have ended when they have merely begun to, where Node has the connections of a server close with it (24).
      server.tryShutdown(() => undefined);
      return sessions.untilNone();
    },
    end() {
      server.forceShutdown();
      // It knows of none of them where channelz is off.
      sessions.destroy();
    },
  };
}

/**
 * Has listeners told of each connection, and of each stream in place of grpc-js, whose own one they may call when they like. The
 * HTTP/2 servers of grpc-js, and what it serves, are in fields that are not public, and there is no other way to a stream whose rpc is unknown, which no
 * interceptor sees, to reset one whose answer nobody reads, or to let a call wait before grpc-js works on it.
 */
function takeStreams(
  server: Server,
  { onSession, onStream, onUnserved }: Pick<GrpcServerOptions, 'onSession' | 'onStream' | 'onUnserved'>,
): void {
  const { http2Servers, handlers } = server as unknown as {
    http2Servers: ReadonlyMap<Http2Server, unknown>;
    handlers: ReadonlyMap<string, unknown>;
  };
  if (!(handlers instanceof Map)) throw new Error('grpc-js has changed where it keeps its handlers');
  for (const http2Server of http2Servers.keys()) {
    const [begin, ...others] = http2Server.listeners('stream') as BeginCall[];
    if (begin === undefined || others.length > 0) throw new Error('grpc-js has changed how it listens to streams');
    http2Server.removeAllListeners('stream');
    const listener = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders, _flags: number, raw: string[]) => {
      const path = headers[':path'] ?? '';
      if (!handlers.has(path)) onUnserved(stream.session, path);
      onStream(stream, headers, begin, raw);
    };
    http2Server.on('stream', listener);
    http2Server.on('session', onSession);
  }
}
