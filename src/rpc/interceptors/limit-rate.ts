import type { Metadata, ServerInterceptor } from '@grpc/grpc-js';
import { ANONYMOUS, type Caller } from '../../auth/caller.js';
import { OrgmetaError } from '../../domain/errors.js';
import { findCaller } from '../callers.js';
import { nameNetwork } from '../name-network.js';
import type { RateLimit, RateLimiter } from '../rate-limiter.js';
import type { ToStatus } from '../report-error.js';
import { PassingCall } from './passing-call.js';

/** What is limited, and who counts. */
export interface LimitRateOptions {
  readonly limit: RateLimit;
  readonly limiter: RateLimiter;
  readonly toStatus: ToStatus;
}

/**
 * Refuses the calls of a credential beyond the rate limit, and of callers without one those of an address. It is decided
 * when the headers arrive: a refused caller's message is never read. Rpcs that need no credential are not counted.
 */
export function limitRate(options: LimitRateOptions): ServerInterceptor {
  return function limitRateInterceptor(method, call) {
    return new CountedCall(call, method.path, options).asCall();
  };
}

class CountedCall extends PassingCall {
  readonly #path: string;
  readonly #options: LimitRateOptions;

  constructor(call: ConstructorParameters<typeof PassingCall>[0], path: string, options: LimitRateOptions) {
    super(call);
    this.#path = path;
    this.#options = options;
  }

  override onReceiveMetadata(metadata: Metadata): void {
    const caller = findCaller(metadata);
    const waitMs = caller === undefined ? 0 : this.#options.limiter.take(this.#nameCaller(caller));
    if (waitMs === 0) super.onReceiveMetadata(metadata);
    else this.inner.sendStatus(this.#options.toStatus(rateLimited(this.#options.limit, waitMs), this.#path));
  }

  #nameCaller(caller: Caller): string {
    return caller === ANONYMOUS ? `${caller.credentialId} ${nameNetwork(this.getPeer())}` : caller.credentialId;
  }
}

function rateLimited({ callsPerSecond, burst }: RateLimit, waitMs: number): OrgmetaError {
  const retryAfterMs = Math.ceil(waitMs);
  return new OrgmetaError(
    'RATE_LIMITED',
    `one caller may make ${callsPerSecond} calls a second, and ${burst} at once; try again in ${retryAfterMs / 1000} s`,
    { calls_per_second: String(callsPerSecond), burst: String(burst) },
    { retryAfterMs },
  );
}
