import { ServerInterceptingCall, status, type ServerInterceptor, type StatusObject } from '@grpc/grpc-js';
import type { Log } from '../../telemetry/log.js';

/** Faults of the service itself, as opposed to refusals of what a caller sent. */
const FAULTS: ReadonlySet<status> = new Set([
  status.INTERNAL,
  status.UNKNOWN,
  status.DATA_LOSS,
  status.UNAVAILABLE,
  status.RESOURCE_EXHAUSTED,
]);

/**
 * Logs how each call ended: a fault as a warning, a refusal as info, a success (or a call that its caller gave up) at
 * debug. A line names the rpc, the code and the duration; never an id, a key, or what a message holds.
 */
export function requestLog({ log }: { readonly log: Log }): ServerInterceptor {
  return function requestLogInterceptor(method, call) {
    const startTime = performance.now();
    let ended = false;
    const end = (outcome: Pick<StatusObject, 'code' | 'details'>) => {
      if (ended) return;
      ended = true;
      const level = outcome.code === status.OK ? 'debug' : FAULTS.has(outcome.code) ? 'warn' : 'info';
      if (!log.isLevelEnabled(level)) return;
      const durationMs = Math.round((performance.now() - startTime) * 1000) / 1000;
      log[level](
        { rpc: method.path, code: status[outcome.code], duration_ms: durationMs, peer: call.getPeer() },
        'call',
      );
    };
    return new ServerInterceptingCall(call, {
      start(next) {
        next({
          // Also fires after a call that ended well. grpc-js ends some calls without a status that passes here.
          onCancel() {
            const late = Number(call.getDeadline()) <= Date.now();
            end({ code: late ? status.DEADLINE_EXCEEDED : status.CANCELLED, details: '' });
          },
        });
      },
      sendStatus(outcome, next) {
        end({ code: outcome.code ?? status.OK, details: outcome.details ?? '' });
        next(outcome);
      },
    });
  };
}
