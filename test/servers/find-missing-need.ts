import { findMissing } from '../../scripts/toolchain/need.js';
import { PROGRAMS, type ProgramName } from './program.js';

/** What a program needs that isn't installed here, or undefined if everything is. */
export function findMissingNeed(name: ProgramName): string | undefined {
  return findMissing(PROGRAMS[name].needs);
}
