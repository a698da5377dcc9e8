import type { Context } from 'hono';
import { credentialNeeded } from './gateway-error.js';

/** What a request is called with at the service. */
export interface Caller {
  /** The `authorization` header for the service; undefined for an anonymous call. */
  readonly authorization: string | undefined;
  /** Whether it is the visitor's own: then the answer is for this visitor alone. */
  readonly isVisitors: boolean;
}

/** What a header of gRPC can carry. */
const SENDABLE = /^[ -~]+$/;

/** Gives the visitor's own credential. @throws GatewayError if there is none */
export function requireOwnCredential(context: Context): Caller & { readonly authorization: string } {
  const own = readOwnCredential(context);
  if (own === undefined) throw credentialNeeded();
  return { authorization: own, isVisitors: true };
}

/**
 * Gives the visitor's own credential or, of a visitor without one, the gateway's key; without either, the call is anonymous.
 */
export function chooseCredential(context: Context, gatewayKey: string | undefined): Caller {
  const own = readOwnCredential(context);
  if (own !== undefined) return { authorization: own, isVisitors: true };
  return { authorization: gatewayKey === undefined ? undefined : `Bearer ${gatewayKey}`, isVisitors: false };
}

/** The header goes on as it came: what it is worth, the service decides. */
function readOwnCredential(context: Context): string | undefined {
  const header = context.req.header('authorization');
  if (header !== undefined && !SENDABLE.test(header)) throw credentialNeeded();
  return header;
}
