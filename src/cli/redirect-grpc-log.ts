import { setLogger } from '@grpc/grpc-js';
import type { Log } from '../telemetry/log.js';

/**
 * Has the log say, at debug, that grpc-js met an error, and keeps all that grpc-js says of it off stderr and out of the
 * log: its errors quote headers, and so credentials. What matters of them reaches the service by a callback as well.
 */
export function redirectGrpcLog(log: Log): void {
  const drop = () => undefined;
  const note = () => {
    log.debug('the gRPC transport met an error, whose text is left out since it may quote a credential');
  };
  setLogger({ error: note, info: drop, debug: drop });
}
