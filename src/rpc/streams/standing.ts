import { constants, type Http2Session } from 'node:http2';
import { status } from '@grpc/grpc-js';
import { ACCESS_RULES } from '../access-rules.js';
import { sentStatus } from '../sent-status.js';
import type { OpenCall } from './call-ring.js';

/** How many calls that went well a connection can have in its favour. */
const MOST = 10;

/** Where one that has used them up begins again, so that it isn't now this and now that. */
const LEAST = -9;

/** How soon a client breaks off a call that it never meant to be answered, in milliseconds: at a deadline, it is later. */
const SOON_MS = 100;

/** How calls end that were let in: those of strangers never do. */
const WELL: ReadonlySet<number> = new Set([
  status.OK,
  status.INVALID_ARGUMENT,
  status.NOT_FOUND,
  status.ALREADY_EXISTS,
  status.FAILED_PRECONDITION,
  status.ABORTED,
]);

/** How they end of one who calls more than it may, or what nobody serves. */
const BADLY: ReadonlySet<number> = new Set([status.UNIMPLEMENTED, status.RESOURCE_EXHAUSTED]);

const STANDING = Symbol('standing');

type JudgedSession = Http2Session & { [STANDING]?: number };

/**
 * Tells whether a connection is known: a call of it went well, and since then fewer went badly than well, of which ten at most are
 * counted. One that has just come is not, and a flood of strangers never is.
 */
export function isKnown(session: JudgedSession): boolean {
  return (session[STANDING] ?? 0) > 0;
}

/** Counts how a call of a connection went. True if the connection is known since, or is so no more. */
export function countCall(session: JudgedSession, isWell: boolean): boolean {
  const before = session[STANDING] ?? 0;
  if (isWell) {
    if (before < MOST) session[STANDING] = before + 1;
    return before === 0;
  }
  if (before > 0) session[STANDING] = before === 1 ? LEAST : before - 1;
  return before === 1;
}

/**
 * Tells whether the call of a stream that has closed went well, or badly, or neither (undefined), which says nothing of its client: it was
 * refused as somebody else's may be whom a gateway calls for, or took too long, or we ended it, or everybody may make it.
 */
export function wentWell({ stream, path, cameAt, wasEnded }: OpenCall): boolean | undefined {
  if (wasEnded) return undefined;
  if (stream.rstCode !== constants.NGHTTP2_NO_ERROR) {
    return performance.now() - cameAt < SOON_MS ? false : undefined;
  }
  const code = sentStatus(stream);
  if (code === undefined) return undefined;
  if (BADLY.has(code)) return false;
  return stream.readableEnded && WELL.has(code) && ACCESS_RULES.get(path)?.credential !== 'none' ? true : undefined;
}
