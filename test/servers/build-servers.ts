/** Builds the servers that tests run against MongoDB's wire protocol, so that no test waits for a build. */
import { buildServer } from './build-server.js';
import { findMissingNeed } from './find-missing-need.js';
import { SERVER_PROGRAMS, type ServerName } from './server-program.js';

for (const name of Object.keys(SERVER_PROGRAMS) as ServerName[]) {
  const missing = findMissingNeed(name);
  if (missing === undefined) await buildServer(name);
  else console.log(`${name} is not built: ${missing} is not installed here`);
}
