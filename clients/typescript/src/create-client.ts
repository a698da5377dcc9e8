import { Caller } from './caller.js';
import { createOrganizations } from './create-organizations.js';
import { createFrontend, type Frontend } from './frontend.js';
import type { ClientOptions } from './options.js';
import type { Organizations } from './organizations.js';

/** A client of the service. */
export interface OrgmetaClient {
  /** The calls of a backend, named as Clerk names them. */
  readonly organizations: Organizations;
  /** The reads of a frontend. */
  readonly frontend: Frontend;
  /** Closes its connections. Calls under way end with `UNAVAILABLE` or `CANCELLED`, and later ones with `CANCELLED`. To close again does nothing. */
  close(): void;
}

/**
 * Makes a client. It connects when the first call is made, and again whenever that is needed.
 *
 * @throws TypeError for a credential that no header can carry, which is not shown, and for an empty one
 * @throws RangeError for a timeout that is not more than 0
 * @throws Error for a certificate without its key, or either that can't be read
 */
export function createClient(options: ClientOptions): OrgmetaClient {
  const caller = new Caller(options);
  return {
    organizations: createOrganizations(caller),
    frontend: createFrontend(caller),
    close: () => {
      caller.close();
    },
  };
}
