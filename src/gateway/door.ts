import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Log } from '../telemetry/log.js';
import { Turns } from '../turns/turns.js';
import { NOT_SHARED, type AllowOrigin, type OriginAnswer, type OriginRequest } from './allow-origins.js';
import { Connection, type Exchange } from './connection.js';
import { describeUnreadable } from './describe-unreadable.js';
import {
  expectationFailed,
  gatewayBusy,
  methodNotImplemented,
  requestMalformed,
  type GatewayError,
} from './gateway-error.js';
import { BODY_BYTES } from './limit-body.js';
import { limitConnections } from './limit-connections.js';
import { limitRequests } from './limit-requests.js';
import type { GatewayLimits } from './limits.js';

/** What the door holds visitors to, and what it says of that to whom. */
export interface DoorOptions {
  readonly limits: GatewayLimits;
  /** Undefined if no page of another origin may read. */
  readonly allowOrigin: AllowOrigin | undefined;
  readonly log: Log;
}

/** Answers a request; resolves once the answer is written, and not before it is with the system. */
export type RequestListener = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/**
 * How many requests begin in one turn of the event loop, and how many of one connection: others wait for as many. So much of what
 * comes from as many visitors at once that it is worth it to do it in one go.
 */
const TURN = { perTurn: 64, perSource: 8 };

/**
 * Puts a door before a server: what is within the limits is answered by the listener, and the rest here, in the same shape. That is
 * also what Node would answer by itself, without a body: requests that can't be read, and those that its parser refuses.
 */
export function putDoor(server: Server, listener: RequestListener, { limits, allowOrigin, log }: DoorOptions): void {
  const opened = new WeakMap<Duplex, Connection>();
  const connections = limitConnections(limits.connections, log);
  const requests = limitRequests(limits, log);
  // Those that wait are under way, and so bounded with them.
  const turns = new Turns({ ...TURN, waiting: Infinity });

  const begin = (exchange: Exchange) => {
    const { connection, outgoing } = exchange;
    connection.begin(exchange);
    requests.begin(exchange);
    connections.setBusy(connection, true);
    outgoing.once('close', () => {
      requests.finish(exchange);
      connection.finish(exchange);
      if (connection.exchanges.size === 0) connections.setBusy(connection, false);
    });
  };

  const take = (incoming: IncomingMessage, outgoing: ServerResponse, refusal: GatewayError | undefined) => {
    const connection = opened.get(incoming.socket);
    if (connection === undefined || connection.isEnding) return;
    const underWay = connection.exchanges.size;
    if (underWay >= limits.pipelined) {
      connection.socket.destroy();
      return;
    }
    const bodyBytes = countBody(incoming);
    const hasRoom = requests.hasRoom(isCheck(incoming), bodyBytes);
    if (!hasRoom && underWay > 0) {
      connection.endWith(gatewayBusy());
      return;
    }
    const error = hasRoom ? refusal : gatewayBusy();
    // The body of what is refused is not kept.
    begin({ incoming, outgoing, connection, bodyBytes: error === undefined ? bodyBytes : 0, looks: 0 });
    if (error !== undefined) {
      refuse(outgoing, error, allowOrigin?.(toOriginRequest(incoming)) ?? NOT_SHARED);
      return;
    }
    if (turns.take(connection)) answer(incoming, outgoing);
    else
      turns.add(connection, () => {
        const isDue = !outgoing.closed;
        if (isDue) answer(incoming, outgoing);
        return isDue;
      });
  };

  const answer = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    void listener(incoming, outgoing).then(() => {
      if (outgoing.writableLength > 0) requests.onUnread();
    });
  };

  const endWith = (socket: Duplex, error: GatewayError) => {
    const connection = opened.get(socket);
    if (connection === undefined || connection.isEnding) return;
    connection.endWith(error);
    log.info({ status: error.status, peer: connection.socket.remoteAddress }, 'a request could not be read');
  };

  server.on('connection', (socket: Socket) => {
    const connection = new Connection(socket);
    opened.set(socket, connection);
    connections.enter(connection);
    // Node listens for errors, and tells of them by `clientError`, but no more once it has told of a CONNECT; unheard, one ends the process.
    socket.on('error', () => undefined);
  });
  server.on('request', (incoming, outgoing) => {
    take(incoming, outgoing, isHostMissing(incoming) ? requestMalformed() : undefined);
  });
  server.on('checkExpectation', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    take(incoming, outgoing, expectationFailed());
  });
  server.on('connect', ({ socket }: IncomingMessage) => {
    endWith(socket, methodNotImplemented());
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const answer = describeUnreadable(error);
    if (answer === undefined) socket.destroy();
    else endWith(socket, answer);
  });
}

/** A preflight is answered all the same: refused, its page would not learn why, and it takes no more than the refusal. */
function refuse(outgoing: ServerResponse, error: GatewayError, { isPreflight, headers }: OriginAnswer): void {
  if (isPreflight) {
    outgoing.writeHead(204, headers).end();
    return;
  }
  const body = error.toJson();
  const length = { 'content-length': Buffer.byteLength(body) };
  outgoing.writeHead(error.status, { ...error.toHeaders(), ...headers, ...length }).end(body);
}

function toOriginRequest({ method = '', url = '', headers }: IncomingMessage): OriginRequest {
  const { origin, 'access-control-request-method': requestMethod } = headers;
  return { method, path: url, origin, requestMethod };
}

function isCheck({ url }: IncomingMessage): boolean {
  return url === '/healthz' || url === '/readyz';
}

/** A larger one is refused unread; one whose length is not told may be as large as can be. */
function countBody({ headers }: IncomingMessage): number {
  if (headers['transfer-encoding'] !== undefined) return BODY_BYTES;
  return Math.min(Number(headers['content-length'] ?? 0), BODY_BYTES);
}

/** HTTP/1.0, which the checks of some balancers speak, needs none. */
function isHostMissing({ headers, httpVersion }: IncomingMessage): boolean {
  return headers.host === undefined && httpVersion !== '1.0';
}
