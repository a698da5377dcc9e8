import type { MethodDefinition } from '@grpc/grpc-js';
import { callUnary } from './call-unary.js';
import { openChannelPool } from './channel-pool.js';
import { HEALTH_CHECK } from './health-check.js';
import type { UpstreamTls } from './secure-channel.js';

/** On whose behalf an upstream call is made, and for how long. */
export interface CallOptions {
  /** The `authorization` header to send, as it came or as the gateway makes it; undefined for an anonymous call. */
  readonly authorization: string | undefined;
  /** Ends the call when the visitor leaves. */
  readonly signal: AbortSignal;
}

/** The service behind the gateway. */
export interface Upstream {
  /**
   * Makes a call of a generated service definition, with a deadline.
   *
   * @throws GatewayError if it fails
   */
  call<Request, Response>(
    method: MethodDefinition<Request, Response>,
    request: Request,
    options: CallOptions,
  ): Promise<Response>;
  /** Asks the service's health; false also if there is no answer. */
  isServing(): Promise<boolean>;
  close(): void;
}

/** Where the service is and how it is called. */
export interface UpstreamOptions {
  /** host:port, [IPv6]:port or unix:PATH. */
  readonly address: string;
  /** In clear text if it is left out. */
  readonly tls?: UpstreamTls | undefined;
  /** How long a call may take, in milliseconds. */
  readonly timeoutMs: number;
}

/** The most that a health check takes, in milliseconds: who asks for it, asks again soon. */
const HEALTH_TIMEOUT_MS = 1000;

/** Opens the way to the service. It need not be there yet: calls fail until it is, and find it when it comes. */
export function openUpstream({ address, tls, timeoutMs }: UpstreamOptions): Upstream {
  const pool = openChannelPool(address, tls);

  async function call<Request, Response>(
    method: MethodDefinition<Request, Response>,
    request: Request,
    { authorization, signal }: CallOptions,
    callMs = timeoutMs,
  ): Promise<Response> {
    const pooled = pool.take();
    const sent = callUnary(pooled.channel, method, request, authorization, Date.now() + callMs);
    if (signal.aborted) sent.cancel();
    else signal.addEventListener('abort', sent.cancel);
    try {
      return await sent.answer;
    } finally {
      signal.removeEventListener('abort', sent.cancel);
      if (sent.wasCancelled()) pooled.noteCancelled();
    }
  }

  return {
    call: (method, request, options) => call(method, request, options),
    async isServing() {
      try {
        const options = { authorization: undefined, signal: new AbortController().signal };
        const answer = await call(HEALTH_CHECK, { service: '' }, options, HEALTH_TIMEOUT_MS);
        return answer.status === 'SERVING';
      } catch {
        return false;
      }
    },
    close: () => {
      pool.close();
    },
  };
}
