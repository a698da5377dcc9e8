import type { IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import { status } from '@grpc/grpc-js';
import { endStream } from './end-stream.js';
import type { OnStream } from './limit-streams.js';

/** What HTTP/2 counts for a header beside its name and its value (RFC 9113, 6.5.2). */
const HEADER_BYTES = 32;

/**
 * Refuses a call with longer headers than any client that means well sends, before grpc-js copies them and keeps them for as long as
 * the call is open. By the compression of HTTP/2 a byte can stand for a header of 4 KB, so that a call of 300 bytes took half a
 * megabyte. The limit that HTTP/2 itself has holds only where the client says that it knows of it.
 */
export function limitHeaders(limitBytes: number, onStream: OnStream): OnStream {
  return (stream, headers, begin) => {
    if (countBytes(headers) <= limitBytes) onStream(stream, headers, begin);
    else refuse(stream, limitBytes);
  };
}

/** Counts without looking into a value: Node puts those of one name together, and does the work of it only for who reads it. */
function countBytes(headers: IncomingHttpHeaders): number {
  let bytes = 0;
  for (const name in headers) {
    const value = headers[name];
    if (Array.isArray(value)) for (const each of value) bytes += each.length + name.length + HEADER_BYTES;
    else bytes += (value?.length ?? 0) + name.length + HEADER_BYTES;
  }
  return bytes;
}

function refuse(stream: ServerHttp2Stream, limitBytes: number): void {
  stream.on('error', () => undefined);
  endStream(stream, status.RESOURCE_EXHAUSTED, `the headers of a call have at most ${limitBytes} bytes`);
}
