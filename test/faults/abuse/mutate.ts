import { field } from '../../e2e/raw.js';
import type { Random } from './random.js';

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

/** A varint of more bits than any number has. */
const ENDLESS_VARINT = Buffer.alloc(11, 0xff);

/** Lengths and numbers at which readers have gone wrong. */
const EDGES = ['ffffffff0f', 'ffffffff07', '8080808008', 'ffffffffffffffffff01', '00', '7f', '8001'];

const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => change(bytes, random, (byte) => byte ^ (1 << random.below(8))),
  (bytes, random) => change(bytes, random, () => random.pick([0, 1, 0x7f, 0x80, 0xff])),
  (bytes, random) => change(bytes, random, () => random.below(256)),
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  (bytes, random) => insert(bytes, random, random.bytes(1 + random.below(20))),
  (bytes, random) => insert(bytes, random, Buffer.from(random.pick(EDGES), 'hex')),
  (bytes, random) => insert(bytes, random, ENDLESS_VARINT),
  (bytes, random) => cut(bytes, random),
  // The beginning of one message and the end of another.
  (bytes, random, other) => Buffer.concat([part(bytes, random).before, part(other, random).after]),
  (bytes, _random, other) => Buffer.concat([bytes, other]),
  (bytes) => Buffer.concat([bytes, bytes]),
  (bytes, random) => Buffer.concat([bytes, nest(random, 1 + random.below(400))]),
  (bytes, random) => Buffer.concat([bytes, field(1 + random.below(20), random.bytes(random.below(60)))]),
  (bytes, random) => Buffer.concat([bytes, Buffer.alloc(1 + random.below(60_000), random.below(256))]),
];

/** Changes a message in one to four ways. */
export function mutate(message: Buffer, other: Buffer, random: Random): Buffer {
  let bytes = message;
  for (let left = 1 + random.below(4); left > 0; left -= 1) bytes = random.pick(MUTATIONS)(bytes, random, other);
  return bytes;
}

function change(bytes: Buffer, random: Random, to: (byte: number) => number): Buffer {
  if (bytes.length === 0) return random.bytes(1);
  const changed = Buffer.from(bytes);
  const offset = random.below(Math.min(bytes.length, 65_536));
  changed.writeUInt8(to(changed.readUInt8(offset)) & 0xff, offset);
  return changed;
}

function part(bytes: Buffer, random: Random): { before: Buffer; after: Buffer } {
  const at = random.below(Math.min(bytes.length + 1, 65_536));
  return { before: bytes.subarray(0, at), after: bytes.subarray(at) };
}

function insert(bytes: Buffer, random: Random, what: Buffer): Buffer {
  const { before, after } = part(bytes, random);
  return Buffer.concat([before, what, after]);
}

function cut(bytes: Buffer, random: Random): Buffer {
  const { before, after } = part(bytes, random);
  return Buffer.concat([before, after.subarray(1 + random.below(8))]);
}

/** A document of that many lists in one another, as field 2 to 4. */
function nest(random: Random, depth: number): Buffer {
  let value: Uint8Array = Buffer.alloc(0);
  for (let level = 0; level < depth && value.length < 60_000; level += 1) {
    // A Value that is a list of one Value, or a Struct of one member.
    value = random.below(2) === 0 ? field(6, field(1, value)) : field(5, field(1, field(2, value)));
  }
  return Buffer.from(field(2 + random.below(3), field(1, Buffer.concat([field(1, 'k'), field(2, value)]))));
}
