import { setLogger } from '@grpc/grpc-js';
import type { Log } from '../telemetry/log.js';

/**
 * Has the errors that grpc-js would print by itself go to the log, at debug: stderr is for the log's lines, and whatever
 * of these errors matters reaches the service by a callback as well. Its traces are dropped, since they hold credentials.
 */
export function redirectGrpcLog(log: Log): void {
  const drop = () => undefined;
  const write = (...parts: unknown[]) => {
    log.debug({ text: parts.map(String).join(' ') }, 'grpc-js');
  };
  setLogger({ error: write, info: drop, debug: drop });
}
