/** Builds the wire bytes of `google.protobuf.Struct` by hand, so that they can be wrong where a test wants them to be. */

/** Encodes a varint; `padTo` makes it longer than it needs to be. */
export function varint(value: number, padTo = 1): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; rest > 0 || bytes.length < padTo; rest = Math.floor(rest / 0x80))
    bytes.push((rest % 0x80) | 0x80);
  bytes.push((bytes.pop() ?? 0) & 0x7f);
  return Uint8Array.from(bytes);
}

/** Encodes a field of wire type 2, from its one-byte tag and what is in it. */
export function field(tag: number, ...parts: Uint8Array[]): Uint8Array {
  const payload = Buffer.concat(parts);
  return Buffer.concat([Uint8Array.of(tag), varint(payload.length), payload]);
}

export const key = (text: string | Uint8Array): Uint8Array => field(0x0a, Buffer.from(text));
export const value = (...kinds: Uint8Array[]): Uint8Array => field(0x12, ...kinds);

/** Encodes one entry of a Struct's map. */
export const entry = (...parts: Uint8Array[]): Uint8Array => field(0x0a, ...parts);

/** Encodes a Struct's map entry in the usual form. */
export const member = (text: string | Uint8Array, ...kinds: Uint8Array[]): Uint8Array =>
  entry(key(text), value(...kinds));

/** Encodes an element of a ListValue. */
export const element = (...kinds: Uint8Array[]): Uint8Array => field(0x0a, ...kinds);

export const nullKind = Uint8Array.of(0x08, 0);
export const trueKind = Uint8Array.of(0x20, 1);
export const stringKind = (text: string | Uint8Array): Uint8Array => field(0x1a, Buffer.from(text));
export const structKind = (...members: Uint8Array[]): Uint8Array => field(0x2a, ...members);
export const listKind = (...elements: Uint8Array[]): Uint8Array => field(0x32, ...elements);

export function numberKind(number: number): Uint8Array {
  const bytes = Buffer.alloc(9, 0x11);
  bytes.writeDoubleLE(number, 1);
  return bytes;
}

/** Encodes a document with members in an object at the path `outer.list[1]`. */
export const inside = (...members: Uint8Array[]): Uint8Array =>
  member('outer', structKind(member('list', listKind(element(trueKind), element(structKind(...members))))));
