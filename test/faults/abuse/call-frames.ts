import { FLAG, FRAME, frame, MAX_FRAME_BYTES } from '../../../bench/load/frames.js';
import { encodeHeaders } from '../../../bench/load/hpack.js';

export const READ = '/orgmeta.v1.BackendMetadata/GetOrganizationMetadata';

/** Makes the header block of a call. Without a key it has no credential. */
export function callHeaders(path: string, key?: string, more: readonly (readonly [string, string])[] = []): Buffer {
  return encodeHeaders([
    [':method', 'POST'],
    [':scheme', 'http'],
    [':path', path],
    [':authority', '127.0.0.1'],
    ['content-type', 'application/grpc'],
    ['te', 'trailers'],
    ...(key === undefined ? [] : [['authorization', `Bearer ${key}`] as const]),
    ...more,
  ]);
}

/** Makes the HEADERS frame that begins a call. */
export function beginCall(stream: number, headers: Buffer): Buffer {
  return frame(FRAME.headers, FLAG.endHeaders, stream, headers);
}

/** Makes DATA frames of bytes, the last of which ends the stream if `end` is true. */
export function dataFrames(stream: number, bytes: Buffer, end: boolean): Buffer {
  const frames: Buffer[] = [];
  let start = 0;
  do {
    const part = bytes.subarray(start, start + MAX_FRAME_BYTES);
    start += MAX_FRAME_BYTES;
    frames.push(frame(FRAME.data, end && start >= bytes.length ? FLAG.endStream : 0, stream, part));
  } while (start < bytes.length);
  return Buffer.concat(frames);
}

/** Puts a message into the frame that gRPC gives it; `claimed` is the length that it says, which may be a lie. */
export function grpcMessage(message: Uint8Array, { compressed = false, claimed = message.length } = {}): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(compressed ? 1 : 0);
  head.writeUInt32BE(claimed, 1);
  return Buffer.concat([head, message]);
}
