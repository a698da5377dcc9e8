/** The types of HTTP/2 frames (RFC 9113, 6) that the load generator knows. */
export const FRAME = {
  data: 0,
  headers: 1,
  reset: 3,
  settings: 4,
  ping: 6,
  goaway: 7,
  windowUpdate: 8,
  continuation: 9,
} as const;

/** Flags of frames; what a bit means depends on the type. */
export const FLAG = { endStream: 1, ack: 1, endHeaders: 4, padded: 8, priority: 0x20 } as const;

/** The settings that the load generator sends or honours. */
export const SETTING = { headerTableSize: 1, enablePush: 2, maxConcurrentStreams: 3, initialWindowSize: 4 } as const;

export const FRAME_HEADER_BYTES = 9;
/** The most payload of a frame that every peer takes. */
export const MAX_FRAME_BYTES = 16_384;
/** The flow-control window that each side starts with. */
export const DEFAULT_WINDOW = 65_535;
/** The largest window that there is. */
export const MAX_WINDOW = 0x7fff_ffff;

export const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');

/** Builds one frame. */
export function frame(type: number, flags: number, stream: number, payload: Uint8Array = Buffer.alloc(0)): Buffer {
  const bytes = Buffer.alloc(FRAME_HEADER_BYTES + payload.length);
  bytes.writeUIntBE(payload.length, 0, 3);
  bytes.writeUInt8(type, 3);
  bytes.writeUInt8(flags, 4);
  bytes.writeUInt32BE(stream, 5);
  bytes.set(payload, FRAME_HEADER_BYTES);
  return bytes;
}

/** Builds a SETTINGS frame. */
export function settingsFrame(settings: readonly (readonly [id: number, value: number])[]): Buffer {
  const payload = Buffer.alloc(settings.length * 6);
  settings.forEach(([id, value], index) => {
    payload.writeUInt16BE(id, index * 6);
    payload.writeUInt32BE(value, index * 6 + 2);
  });
  return frame(FRAME.settings, 0, 0, payload);
}

/** Builds a WINDOW_UPDATE frame for the connection. */
export function windowUpdateFrame(bytes: number): Buffer {
  const payload = Buffer.alloc(4);
  payload.writeUInt32BE(bytes);
  return frame(FRAME.windowUpdate, 0, 0, payload);
}

/** Builds a GOAWAY frame of a client that leaves in peace. */
export function goawayFrame(): Buffer {
  return frame(FRAME.goaway, 0, 0, Buffer.alloc(8));
}

/** Takes the padding and the priority, if there are any, off the payload of a HEADERS frame. */
export function headerBlock(payload: Buffer, flags: number): Buffer {
  let start = 0;
  let end = payload.length;
  if ((flags & FLAG.padded) !== 0) {
    end -= payload.readUInt8(0);
    start += 1;
  }
  if ((flags & FLAG.priority) !== 0) start += 5;
  return payload.subarray(start, end);
}
