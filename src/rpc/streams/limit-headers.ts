import type { ServerHttp2Stream } from 'node:http2';
import { status } from '@grpc/grpc-js';
import type { Log } from '../../telemetry/log.js';
import { makeTally } from '../../telemetry/tally.js';
import { peerOf } from '../peer-of.js';
import { endStream } from './end-stream.js';
import type { OnStream, StreamLimit } from './limit-streams.js';

/** What HTTP/2 counts for a header beside its name and its value (RFC 9113, 6.5.2). */
const HEADER_BYTES = 32;

/**
 * Refuses a call with longer headers than any client that means well sends, before grpc-js copies them and keeps them for as long as
 * the call is open. By the compression of HTTP/2 a byte can stand for a header of 4 KB, so that a call of 300 bytes took half a
 * megabyte. The limit that HTTP/2 itself has holds only where the client says that it knows of it.
 */
export function limitHeaders(
  limitBytes: number,
  { onStream, onRefused, log }: Pick<StreamLimit, 'onStream' | 'onRefused'> & { readonly log: Log },
): OnStream {
  const refused = makeTally(log, 'calls were refused: their headers are too long', { limit: limitBytes }, 'info');
  return (stream, headers, begin, rawHeaders) => {
    if (countBytes(rawHeaders) <= limitBytes) {
      onStream(stream, headers, begin, rawHeaders);
      return;
    }
    refused.add({ peer: peerOf(stream.session?.socket) });
    if (stream.session !== undefined) onRefused(stream.session);
    refuse(stream, limitBytes);
  };
}

/** Counts the names and values as they came: put together by name, as an object, they take ten times as long to look at. */
function countBytes(rawHeaders: readonly string[]): number {
  let bytes = (rawHeaders.length / 2) * HEADER_BYTES;
  for (const each of rawHeaders) bytes += each.length;
  return bytes;
}

function refuse(stream: ServerHttp2Stream, limitBytes: number): void {
  stream.on('error', () => undefined);
  const details = `the headers of a call have at most ${limitBytes} bytes`;
  endStream(stream, { code: status.RESOURCE_EXHAUSTED, details });
}
