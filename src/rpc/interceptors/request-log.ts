import { status, type Metadata, type ServerInterceptor } from '@grpc/grpc-js';
import type { Reason } from '../../domain/errors.js';
import { flatLog, type Log } from '../../telemetry/log.js';
import { reasonOf } from '../../wire/status.js';
import { findCaller } from '../callers.js';
import { PassingCall } from './passing-call.js';

/** Faults of the service itself, as opposed to refusals of what a caller sent. */
const FAULTS: ReadonlySet<status> = new Set([
  status.INTERNAL,
  status.UNKNOWN,
  status.DATA_LOSS,
  status.UNAVAILABLE,
  status.RESOURCE_EXHAUSTED,
]);

/** Refusals of what is too much, which is no fault of the service: a crowd would fill the log with warnings. */
const TOO_MUCH: ReadonlySet<Reason | undefined> = new Set(['RATE_LIMITED', 'SERVICE_BUSY']);

/** A caller whose deadline passes cancels the call, sooner than it passes here by the time that the call took to come. */
const DEADLINE_GRACE_MS = 100;

/**
 * Logs how each call ended: a fault as a warning, a refusal as info, a success at debug. A line names the rpc, the code,
 * the reason, the id of the credential (never the credential), the duration and the peer; never an id of an owner, or what
 * a message holds.
 */
export function requestLog({ log }: { readonly log: Log }): ServerInterceptor {
  const flat = flatLog(log);
  return function requestLogInterceptor(method, call) {
    return new LoggedCall(call, method.path, flat).asCall();
  };
}

class LoggedCall extends PassingCall {
  readonly #path: string;
  readonly #log: Log;
  readonly #startTime = performance.now();
  #metadata: Metadata | undefined;
  #ended = false;

  constructor(call: ConstructorParameters<typeof PassingCall>[0], path: string, log: Log) {
    super(call);
    this.#path = path;
    this.#log = log;
  }

  override onReceiveMetadata(metadata: Metadata): void {
    this.#metadata = metadata;
    super.onReceiveMetadata(metadata);
  }

  override sendStatus(outcome: Parameters<PassingCall['sendStatus']>[0]): void {
    this.#end(outcome.code, reasonOf(outcome.metadata));
    super.sendStatus(outcome);
  }

  // Fires after every call. Some grpc-js ends by itself, without a status that passes here: a deadline, a cancellation.
  override onCancel(): void {
    if (!this.#ended) {
      const late = Number(this.getDeadline()) - DEADLINE_GRACE_MS <= Date.now();
      this.#end(late ? status.DEADLINE_EXCEEDED : status.CANCELLED);
    }
    super.onCancel();
  }

  #end(code: status, reason?: Reason): void {
    if (this.#ended) return;
    this.#ended = true;
    const isFault = FAULTS.has(code) && !TOO_MUCH.has(reason);
    const level = code === status.OK ? 'debug' : isFault ? 'warn' : 'info';
    if (!this.#log.isLevelEnabled(level)) return;
    const line = {
      rpc: this.#path,
      code: status[code],
      reason,
      credential_id: this.#metadata && findCaller(this.#metadata)?.credentialId,
      duration_ms: Math.round((performance.now() - this.#startTime) * 1000) / 1000,
      peer: this.getPeer(),
    };
    this.#log[level](line, 'call');
  }
}
