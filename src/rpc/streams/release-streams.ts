import type { Http2Session, Http2Stream } from 'node:http2';
import { ReleasingMap } from './releasing-map.js';

/** How Node names what it keeps of a session, by a symbol that is not public. */
const STATE = 'state';

/** A `Map` of Node's own making, which is an instance of none. */
interface SessionState {
  streams?: Map<number, Http2Stream>;
}

/**
 * Has a connection let go of its streams when they close ({@link ReleasingMap}): each call of a busy one, with all that belongs to it,
 * is moved to the old generation otherwise, by young collections that take three times as long. Is to be told of a connection that has none yet.
 *
 * Where Node keeps its streams in another way, nothing is changed.
 */
export function releaseStreams(session: Http2Session): void {
  const state = stateOf(session);
  if (state?.streams?.size === 0) state.streams = new ReleasingMap();
}

function stateOf(session: Http2Session): SessionState | undefined {
  const symbol = Object.getOwnPropertySymbols(session).find(({ description }) => description === STATE);
  return symbol && (session as unknown as Record<symbol, SessionState | undefined>)[symbol];
}
