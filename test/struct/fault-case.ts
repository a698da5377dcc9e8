import test from 'ava';
import { Struct, StructFault } from '../../src/struct/index.js';

/** Bytes that are refused, and what the fault says. */
export interface FaultCase {
  title: string;
  bytes: Uint8Array;
  path: string;
  problem: RegExp;
}

/** Declares a test for each case. */
export function testFaults(cases: readonly FaultCase[]): void {
  for (const { title, bytes, path, problem } of cases) {
    test(`${title}: is refused, with the path`, (t) => {
      const decoded = Struct.decode(bytes);
      t.true(decoded instanceof StructFault);
      const fault = decoded as StructFault;
      t.is(fault.path, path);
      t.regex(fault.problem, problem);
      t.true(fault.problem.length <= 120);
    });
  }
}
