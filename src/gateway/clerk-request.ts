import type { MethodDefinition } from '@grpc/grpc-js';
import type { Context } from 'hono';
import { requireOwnCredential } from './caller.js';
import type { Upstream } from './upstream.js';

/** A request to a route of Clerk's: what is in it, and calls of the service with its credential. */
export interface ClerkRequest {
  readonly context: Context;
  /** A parameter of the path, percent-decoded. */
  readonly parameter: (name: string) => string;
  /** @throws GatewayError if the call fails */
  readonly call: <Request, Response>(
    method: MethodDefinition<Request, Response>,
    request: Request,
  ) => Promise<Response>;
}

/** Makes a handler of a function that answers with a resource, or throws a GatewayError. Nobody may keep the answer. */
export function handleAsClerk(upstream: Upstream, answer: (request: ClerkRequest) => Promise<object>) {
  return async function handle(context: Context): Promise<Response> {
    const { authorization } = requireOwnCredential(context);
    const resource = await answer({
      context,
      parameter: (name) => context.req.param(name) ?? '',
      call: (method, request) => upstream.call(method, request, { authorization, signal: context.req.raw.signal }),
    });
    return context.body(JSON.stringify(resource), 200, {
      'content-type': 'application/json',
      'cache-control': 'private, no-store',
    });
  };
}

/** Takes what a call answered with, which the service never leaves out. */
export function present<T>(resource: T | undefined): T {
  if (resource === undefined) throw new Error('the upstream answered without a record');
  return resource;
}
