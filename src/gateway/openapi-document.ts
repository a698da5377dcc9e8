import { COMPONENTS } from './openapi-parts.js';
import type { Route } from './route.js';

/** Makes the OpenAPI 3.1 document of some routes. */
export function makeOpenapiDocument(routes: readonly Route[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path, operation } of routes) (paths[path] ??= {})[method] = operation;
  return {
    openapi: '3.1.0',
    info: {
      title: 'orgmeta gateway',
      version,
      description:
        'Reads public metadata of organizations, memberships and invitations, and reads and writes all of it as Clerk’s Backend API does.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: COMPONENTS,
  };
}
