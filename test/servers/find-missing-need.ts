import { findMissing } from '../../scripts/toolchain/need.js';
import { SERVER_PROGRAMS, type ServerName } from './server-program.js';

/** What a server needs that isn't installed here, or undefined if everything is. */
export function findMissingNeed(name: ServerName): string | undefined {
  return findMissing(SERVER_PROGRAMS[name].needs);
}
