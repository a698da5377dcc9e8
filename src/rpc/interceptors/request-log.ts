import { status, type Metadata, type ServerInterceptor } from '@grpc/grpc-js';
import type { Reason } from '../../domain/errors.js';
import { flatLog, type Log } from '../../telemetry/log.js';
import { reasonOf } from '../../wire/status.js';
import { findCaller } from '../callers.js';
import { sentStatus } from '../sent-status.js';
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

type Level = 'debug' | 'info' | 'warn';

function levelOf(code: status, reason: Reason | undefined): Level {
  if (code === status.OK) return 'debug';
  return FAULTS.has(code) && !TOO_MUCH.has(reason) ? 'warn' : 'info';
}

class LoggedCall extends PassingCall {
  readonly #path: string;
  readonly #log: Log;
  readonly #startTime = performance.now();
  #metadata: Metadata | undefined;
  #hasEnded = false;

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
    const reason = reasonOf(outcome.metadata);
    this.#end(outcome.code, levelOf(outcome.code, reason), reason);
    super.sendStatus(outcome);
  }

  // Fires after every call. Some end without a status that passes here: at a deadline, a cancellation, or a limit of the transport.
  override onCancel(): void {
    // No warning, whatever it is: a caller may cause it, as by a malformed timeout, and could fill the log.
    if (!this.#hasEnded) this.#end(this.#unseenCode(), 'info');
    super.onCancel();
  }

  /** With what the call ended, though it did not pass here. */
  #unseenCode(): number {
    const sent = this.stream && sentStatus(this.stream);
    if (sent !== undefined) return sent;
    const isLate = Number(this.getDeadline()) - DEADLINE_GRACE_MS <= Date.now();
    return isLate ? status.DEADLINE_EXCEEDED : status.CANCELLED;
  }

  #end(code: number, level: Level, reason?: Reason): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
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
