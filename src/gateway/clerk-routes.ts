import type { Log } from '../telemetry/log.js';
import { clerkInvitationRoutes } from './clerk-invitation-routes.js';
import { clerkMembershipRoutes } from './clerk-membership-routes.js';
import { clerkOrganizationRoutes } from './clerk-organization-routes.js';
import { limitBatches } from './limit-batches.js';
import type { Route } from './route.js';
import type { Upstream } from './upstream.js';

/**
 * Makes the routes of Clerk's Backend API that have to do with metadata, so that Clerk's own SDK works unchanged with a
 * backend key for its secret key. Every one needs a credential of the caller.
 */
export function clerkRoutes(upstream: Upstream, log: Log): readonly Route[] {
  // Of their own, so that pages whose batches take turns don't wait for backends.
  const takeTurn = limitBatches(log, 'lists');
  return [
    ...clerkOrganizationRoutes(upstream),
    ...clerkMembershipRoutes(upstream, takeTurn),
    ...clerkInvitationRoutes(upstream, takeTurn),
  ];
}
