import { constants, type OutgoingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import type { status } from '@grpc/grpc-js';

/** With what a call ends. */
export interface Ending {
  readonly code: status;
  readonly details: string;
  /** What goes out beside these, as HTTP/2 has it. */
  readonly trailers?: OutgoingHttpHeaders;
}

/** Ends the stream of a call, whatever it is about: with a status as its answer, or, if it has one, by a reset. */
export function endStream(stream: ServerHttp2Stream, { code, details, trailers }: Ending): void {
  if (stream.headersSent || stream.destroyed || stream.closed) {
    // Node keeps back a CANCEL of a stream whose frames it is reading.
    stream.close(constants.NGHTTP2_ENHANCE_YOUR_CALM);
    return;
  }
  const headers = { ':status': 200, 'content-type': 'application/grpc+proto' };
  stream.respond({ ...headers, 'grpc-status': code, 'grpc-message': details, ...trailers }, { endStream: true });
  // By this grpc-js knows that it is neither to read nor to answer it any more.
  Object.defineProperty(stream, 'closed', { value: true, configurable: true });
  // Not in this turn: Node 26 doesn't send what it hasn't sent yet of a stream that is reset.
  setImmediate(closeAnswered, stream);
}

/** Says that the rest of a request is not needed (RFC 9113, 8.1). Of any other code Node makes an error with a trace. */
function closeAnswered(stream: ServerHttp2Stream): void {
  // One that was whole is over by now, and stays marked: Node would close it once more.
  if (stream.destroyed) return;
  Reflect.deleteProperty(stream, 'closed');
  stream.close(constants.NGHTTP2_NO_ERROR);
}
