import { constants, type Http2Session, type ServerHttp2Stream } from 'node:http2';
import { status } from '@grpc/grpc-js';

/** How many calls that went well a connection can have in its favour. */
const MOST = 10;

/** Where one that has used them up begins again, so that it isn't now this and now that. */
const LEAST = -9;

/** How calls end of one who has no business here, or does what no client does that means well. */
const MISFITS: ReadonlySet<number> = new Set([
  status.UNAUTHENTICATED,
  status.PERMISSION_DENIED,
  status.UNIMPLEMENTED,
  status.RESOURCE_EXHAUSTED,
  status.DEADLINE_EXCEEDED,
]);

const STANDING = Symbol('standing');

type JudgedSession = Http2Session & { [STANDING]?: number };

/**
 * Tells whether a connection is known: calls of it went well, and lately more of them than not. One that has just come is
 * not, and a flood never is.
 */
export function isKnown(session: JudgedSession): boolean {
  return (session[STANDING] ?? 0) > 0;
}

/** Counts how a call of a connection ended. True if the connection is known since, or is so no more. */
export function countCall(session: JudgedSession, isWell: boolean): boolean {
  const before = session[STANDING] ?? 0;
  if (isWell) {
    if (before < MOST) session[STANDING] = before + 1;
    return before === 0;
  }
  if (before > 0) session[STANDING] = before === 1 ? LEAST : before - 1;
  return before === 1;
}

/** Tells whether the call of a stream that has closed went well: it was whole, was answered, and was not refused. */
export function wentWell(stream: ServerHttp2Stream): boolean {
  if (stream.rstCode !== constants.NGHTTP2_NO_ERROR || !stream.readableEnded || !stream.headersSent) return false;
  const code = (stream.sentTrailers ?? stream.sentHeaders)['grpc-status'];
  return code !== undefined && !MISFITS.has(Number(code));
}
