import type { Log } from '../telemetry/log.js';
import { makeTally } from '../telemetry/tally.js';
import { isUnfinished, type Exchange } from './connection.js';
import { gatewayBusy } from './gateway-error.js';
import type { GatewayLimits } from './limits.js';

/** What limits requests, and so knows those that are under way. */
export interface RequestLimit {
  /** Whether a request with such a body may begin; makes room for it where there is none. */
  hasRoom(isCheck: boolean, bodyBytes: number): boolean;
  begin(exchange: Exchange): void;
  finish(exchange: Exchange): void;
  /** Is to be told of each answer that the system did not take at once. */
  onUnread(): void;
}

/** How many times in the time of an answer those that are under way are looked at: a timer for each would cost every request. */
const LOOKS = 4;

/** For how long it is known that no request waits for its visitor, in milliseconds: asked of all for each request, it costs as much as that. */
const FULL_MS = 10;

/**
 * Bounds what requests take together.
 *
 * - Beyond the number of requests, the oldest that waits for its visitor is ended: its body does not come, or its answer is not
 *   taken. Where all wait for the service, there is no room.
 * - Beyond the number of bytes of bodies it is the same, among those that have one.
 * - Beyond the number of bytes of answers that are not taken, the oldest such answer is let go.
 * - So is an answer that is not taken in its time.
 */
export function limitRequests(limits: GatewayLimits, log: Log): RequestLimit {
  const { requests: limit, unreadBytes } = limits;
  const underWay = new Set<Exchange>();
  const refused = makeTally(log, 'requests were refused: as many as allowed are under way', { limit });
  const ended = makeTally(log, 'requests were ended whose visitors did not send them or read their answers', {
    limit,
    body_bytes: limits.bodyBytes,
    unread_bytes: unreadBytes,
    answer_ms: limits.answerMs,
  });
  let bodyBytes = 0;
  let fullUntil = 0;
  let isDropping = false;
  let timer: NodeJS.Timeout | undefined;

  const forget = (exchange: Exchange) => {
    if (underWay.delete(exchange)) bodyBytes -= exchange.bodyBytes;
  };

  const end = ({ connection }: Exchange) => {
    // Not only when its events have come: until then it would be found again.
    for (const exchange of connection.exchanges) forget(exchange);
    connection.close(gatewayBusy());
    ended.add();
  };

  const fits = (most: number, newBytes: number) => underWay.size < most && bodyBytes + newBytes <= limits.bodyBytes;

  const makeRoom = (most: number, newBytes: number) => {
    if (performance.now() < fullUntil) return false;
    for (const exchange of underWay) {
      const isOfUse = underWay.size >= most || exchange.bodyBytes > 0;
      if (!isOfUse || !waitsForVisitor(exchange)) continue;
      end(exchange);
      if (fits(most, newBytes)) return true;
    }
    fullUntil = performance.now() + FULL_MS;
    return false;
  };

  const dropUnread = () => {
    isDropping = false;
    let unread = 0;
    for (const { outgoing } of underWay) unread += outgoing.writableLength;
    for (const exchange of underWay) {
      if (unread <= unreadBytes) return;
      if (exchange.outgoing.writableLength === 0) continue;
      for (const { outgoing } of exchange.connection.exchanges) unread -= outgoing.writableLength;
      end(exchange);
    }
  };

  const look = () => {
    for (const exchange of underWay) {
      if (!isAnswerWaiting(exchange)) continue;
      exchange.looks += 1;
      if (exchange.looks > LOOKS) end(exchange);
    }
    if (underWay.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  return {
    hasRoom(isCheck, newBytes) {
      const most = isCheck ? limit + limits.checks : limit;
      if (fits(most, newBytes) || makeRoom(most, newBytes)) return true;
      refused.add();
      return false;
    },
    begin(exchange) {
      underWay.add(exchange);
      bodyBytes += exchange.bodyBytes;
      timer ??= setInterval(look, limits.answerMs / LOOKS).unref();
    },
    finish: forget,
    onUnread() {
      // Once for all of a turn.
      if (!isDropping) setImmediate(dropUnread);
      isDropping = true;
    },
  };
}

function waitsForVisitor(exchange: Exchange): boolean {
  return isAnswerWaiting(exchange) || (isFirst(exchange) && isUnfinished(exchange));
}

function isAnswerWaiting(exchange: Exchange): boolean {
  return exchange.outgoing.writableEnded && isFirst(exchange);
}

/** What is behind another on its connection waits for that one's answer. */
function isFirst(exchange: Exchange): boolean {
  const [first] = exchange.connection.exchanges;
  return first === exchange;
}
