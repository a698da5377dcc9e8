import type { ServerName } from './server-program.js';

/** Cases by title, each with the reason why it can't run. */
export type Skips = Readonly<Record<string, string>>;

/** What a server can't run, of each list of cases. */
export interface Cannot {
  /** Of the conformance suite. */
  readonly conformance: Skips;
  /** Of the end-to-end cases. */
  readonly endToEnd: Skips;
}

/** A MongoDB can run everything. */
export const NOTHING: Cannot = { conformance: {}, endToEnd: {} };

/** What each server can't run. A case that isn't here must pass there, and a title that is no case's is an error. */
export const CANNOT: Readonly<Record<ServerName, Cannot>> = {
  ferretdb: NOTHING,
  'mongo-java-server': NOTHING,
};
