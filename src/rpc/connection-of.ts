import type { ServerHttp2Stream } from 'node:http2';

/** What a handler of grpc-js is given: a call, which keeps the one of the interceptors in a field of its own. */
interface HandledCall {
  readonly call?: { readonly stream?: Pick<ServerHttp2Stream, 'session'> | undefined };
  getPeer(): string;
}

/**
 * Tells by which connection a call came: something that calls of one connection have in common, and no others. The address of
 * its peer won't do, since all peers of a socket in the file system are "unknown".
 */
export function connectionOf(call: { getPeer(): string }): unknown {
  return (call as HandledCall).call?.stream?.session ?? call.getPeer();
}
