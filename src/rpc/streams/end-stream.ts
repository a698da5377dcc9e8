import { constants, type ServerHttp2Stream } from 'node:http2';
import type { status } from '@grpc/grpc-js';

/** Ends the stream of a call, whatever it is about; its caller gets the status if there is no answer yet. */
export function endStream(stream: ServerHttp2Stream, code: status, details: string): void {
  if (!stream.headersSent && !stream.destroyed) {
    const headers = { ':status': 200, 'content-type': 'application/grpc+proto' };
    stream.respond({ ...headers, 'grpc-status': code, 'grpc-message': details }, { endStream: true });
  }
  // Node keeps back a CANCEL of a stream whose frames it is reading.
  stream.close(constants.NGHTTP2_ENHANCE_YOUR_CALM);
}
