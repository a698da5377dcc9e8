import type { ServerName } from './server-program.js';

/**
 * The cases that a server can't run, by title, with what it lacks. A case that isn't here must pass there; one that only this
 * list skips is run by the other server, unless it says why neither can.
 */
export const CANNOT: Readonly<Record<ServerName, Readonly<Record<string, string>>>> = {
  ferretdb: {},
  'mongo-java-server': {},
};
