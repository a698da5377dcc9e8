import type { ExecutionContext } from 'ava';
import { jsonEqual } from '../../src/domain/json.js';
import { encodeStruct } from '../../src/struct/encode-struct.js';
import { Struct, StructFault } from '../../src/struct/index.js';
import { decodeIndependently } from './independent-codec.js';

/** How many inputs had which outcome: a fuzz test that only ever saw one has tested nothing. */
export interface Outcomes {
  refused: number;
  accepted: number;
  /** Those that protobuf-es accepted too. */
  agreed: number;
}

/**
 * Decodes any bytes at all, and checks what holds for all of them: nothing is thrown; a fault says where and what; a
 * document comes back from another round unchanged, and is the one that protobuf-es reads, if it reads one.
 */
export function checkDecode(bytes: Uint8Array, outcomes: Outcomes): boolean {
  const decoded = Struct.decode(bytes);
  if (decoded instanceof StructFault) {
    outcomes.refused += 1;
    return Buffer.byteLength(decoded.path) <= 256 && decoded.problem !== '';
  }
  outcomes.accepted += 1;
  const again = Struct.decode(encodeStruct(decoded));
  if (again instanceof StructFault || !jsonEqual(again, decoded)) return false;
  const independent = decodeIndependently(bytes);
  if (independent === undefined) return true;
  outcomes.agreed += 1;
  return jsonEqual(independent, decoded);
}

/** Checks that each outcome was seen often. */
export function checkOutcomes(t: ExecutionContext, { refused, accepted, agreed }: Outcomes): void {
  t.true(refused > 100, `${refused} refused`);
  t.true(accepted > 100, `${accepted} accepted`);
  t.true(agreed > 0.9 * accepted, `${agreed} of ${accepted} accepted by protobuf-es`);
}
