/** Builds the programs of third parties that tests run, so that no test waits for a build. */
import { buildProgram } from './build-program.js';
import { findMissingNeed } from './find-missing-need.js';
import { PROGRAMS, type ProgramName } from './program.js';

for (const name of Object.keys(PROGRAMS) as ProgramName[]) {
  const missing = findMissingNeed(name);
  if (missing === undefined) await buildProgram(name);
  else console.log(`${name} is not built: ${missing} is not installed here`);
}
