import type { ServerOptions } from '@grpc/grpc-js';
import { countConnections } from './count-connections.js';

/** The limits of the transport: what one caller, one call and one connection may take. Times in milliseconds. */
export interface Limits {
  readonly requestBytes: number;
  readonly headerBytes: number;
  readonly streams: number;
  readonly calls: number;
  readonly watches: number;
  readonly openRequestBytes: number;
  readonly unreadAnswerBytes: number;
  readonly callMs: number;
  readonly keepaliveTimeMs: number;
  readonly keepaliveTimeoutMs: number;
  readonly idleMs: number;
  readonly ageMs: number;
  readonly ageGraceMs: number;
  readonly handshakeMs: number;
  readonly handshakes: number;
  readonly connections: number;
  readonly frontendShare: number;
  readonly farewellMs: number;
}

/** The limits in effect, each with its reason. */
export const LIMITS: Limits = {
  // A request past this is RESOURCE_EXHAUSTED: twice 8 KB of JSON can be 90 KB as Structs, and a batch has 100 keys.
  requestBytes: 256 * 1024,
  // The headers of a call, which stay for as long as it is open: the largest token has some KB, and other stacks allow as much.
  headerBytes: 16 * 1024,
  // Calls at once on one connection. Unlimited, one socket takes hundreds of megabytes and makes everybody wait.
  streams: 100,
  // Calls at once on all connections, beyond which the oldest one whose request isn't whole is ended. An open one takes up to 60 KB,
  // so these take 90 MB; at 10,000 calls a second there are as many only if each takes 150 ms.
  calls: 1_500,
  // Watches of health at once, which may last, beyond which the oldest is ended: a balancer has one or two, and watches again.
  watches: 500,
  // What requests that are under way may hold in memory together: half of them may be as large as can be, on a hundred calls.
  openRequestBytes: 16 * 1024 * 1024,
  // What answers may hold in memory together that their callers don't take, beyond which one is let go: ten of the largest.
  unreadAnswerBytes: 32 * 1024 * 1024,
  // The most that a call may take, its answer being read included: that of a caller who never reads holds up to 3 MiB.
  // It lets a caller read the largest answer at 50 KB a second; ended it is up to a quarter later.
  callMs: 60_000,
  // A connection whose other end answers no ping, since it is gone or reads nothing, is closed after these two.
  keepaliveTimeMs: 60_000,
  keepaliveTimeoutMs: 20_000,
  // A connection without calls, and so one that never says a word, is closed; clients connect again by themselves.
  idleMs: 5 * 60_000,
  // Callers find a new instance behind a balancer in this time; and it ends what no other limit does: a Watch whose
  // caller has forgotten it, a request of a Watch that never comes whole. What is under way has the grace to finish.
  ageMs: 60 * 60_000,
  ageGraceMs: 90_000,
  // A connection that isn't secured by then is closed; it counts until it is. A slow phone needs two seconds.
  handshakeMs: 10_000,
  // Handshakes under way at once, beyond which the connection of the oldest is closed: each takes 90 KB until it is over. They begin at
  // 1,600 a second at most, so one that means well has 300 ms even beside a flood.
  handshakes: 500,
  // Below the files that the process may have open: without one left, the keys file can't be read again.
  connections: countConnections(),
  // The part of them that a listener for frontends alone may take: a crowd there never keeps the backend out.
  frontendShare: 0.75,
  // When the process ends and no call is open: until a connection that its client hasn't ended is. A client that learns in this time
  // that its call came too late may make it elsewhere; afterwards it can't know whether it was done.
  farewellMs: 500,
};

/** What a client takes without being asked again, in bytes: the window of HTTP/2 that most have. */
export const WINDOW_BYTES = 65_535;

/** Puts the limits that grpc-js knows by itself into its words. */
export function toTransportOptions(limits: Limits): ServerOptions {
  return {
    'grpc.max_receive_message_length': limits.requestBytes,
    'grpc.max_concurrent_streams': limits.streams,
    'grpc.keepalive_time_ms': limits.keepaliveTimeMs,
    'grpc.keepalive_timeout_ms': limits.keepaliveTimeoutMs,
    'grpc.max_connection_idle_ms': limits.idleMs,
    'grpc.max_connection_age_ms': limits.ageMs,
    'grpc.max_connection_age_grace_ms': limits.ageGraceMs,
    'grpc.enable_channelz': 0,
  };
}
