/** Builds the bytes of messages that no well-behaved client sends. */
import { BinaryWriter } from '@bufbuild/protobuf/wire';

type Bytes = Uint8Array;

/** A length-delimited field. */
export function field(number: number, content: Bytes | string): Bytes {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return new BinaryWriter()
    .uint32((number << 3) | 2)
    .bytes(bytes)
    .finish();
}

/** Several fields after one another. */
export function join(...parts: Bytes[]): Bytes {
  return Buffer.concat(parts);
}

/** A `google.protobuf.Struct` of entries: a key (as text or as bytes) and the bytes of a Value. */
export function struct(...entries: [key: Bytes | string, value: Bytes][]): Bytes {
  return join(...entries.map(([key, value]) => field(1, join(field(1, key), field(2, value)))));
}

/** The bytes of a `google.protobuf.Value`. */
export const value = {
  number: (number: number): Bytes => new BinaryWriter().uint32(17).double(number).finish(),
  string: (text: Bytes | string): Bytes => field(3, text),
  struct: (content: Bytes): Bytes => field(5, content),
  list: (...elements: Bytes[]): Bytes => field(6, join(...elements.map((element) => field(1, element)))),
  kindless: new Uint8Array(),
};

/** An UpdateOrganizationMetadata request with these bytes as public metadata. */
export function updateWith(organizationId: string, publicMetadata: Bytes): Bytes {
  return join(field(1, organizationId), field(2, publicMetadata));
}
