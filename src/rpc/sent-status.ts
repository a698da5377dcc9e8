import type { ServerHttp2Stream } from 'node:http2';

/** Gives the status that was sent on the stream of a call; undefined if none was. */
export function sentStatus(stream: ServerHttp2Stream): number | undefined {
  // A status without a message goes out with the headers.
  const sent = stream.headersSent ? (stream.sentTrailers ?? stream.sentHeaders)['grpc-status'] : undefined;
  return sent === undefined ? undefined : Number(sent);
}
