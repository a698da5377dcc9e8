import { setLogger } from '@grpc/grpc-js';
import type { Log } from '../telemetry/log.js';

/** What grpc-js says of a header that it drops: with the value, which may be a credential. */
const DROPPED_HEADER = /(Failed to add metadata entry [^:]*):.*/s;

/**
 * Has the errors that grpc-js would print by itself go to the log, at debug: stderr is for the log's lines, and whatever
 * of these errors matters reaches the service by a callback as well. Its traces are dropped, since they hold credentials.
 */
export function redirectGrpcLog(log: Log): void {
  const drop = () => undefined;
  const write = (...parts: unknown[]) => {
    log.debug({ text: parts.map(String).join(' ').replace(DROPPED_HEADER, '$1') }, 'grpc-js');
  };
  setLogger({ error: write, info: drop, debug: drop });
}
