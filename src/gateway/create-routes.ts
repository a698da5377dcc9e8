import { clerkRoutes } from './clerk-routes.js';
import type { Route } from './route.js';
import { publicRoutes, type PublicRoutesOptions } from './public-routes.js';

/** All that is served under /v1, from which the router and `/openapi.json` are made. */
export function createRoutes(options: PublicRoutesOptions): readonly Route[] {
  return [
    // Reads of public metadata, for pages and visitors.
    ...publicRoutes(options),
    // The metadata of Clerk's Backend API, for its SDK.
    ...clerkRoutes(options.upstream, options.log),
  ];
}
