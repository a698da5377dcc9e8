import { Client, credentials, Metadata } from '@grpc/grpc-js';

/** What the health service says of the whole server. */
export type ServingStatus = 'SERVING' | 'NOT_SERVING';

/** A stream of what the health service says. */
export interface HealthWatch {
  /** Resolves once it says so, at once if it does already. */
  until(status: ServingStatus): Promise<void>;
  close(): void;
}

/** `SERVING` as a HealthCheckResponse: its field 1 is 1. */
const SERVING = Buffer.from([0x08, 1]);

/** Watches the health of a running service. */
export function watchHealth(address: string): HealthWatch {
  const client = new Client(address, credentials.createInsecure(), { 'grpc.use_local_subchannel_pool': 1 });
  const same = (bytes: Buffer) => bytes;
  const stream = client.makeServerStreamRequest(
    '/grpc.health.v1.Health/Watch',
    same,
    same,
    Buffer.alloc(0),
    new Metadata(),
  );
  let said: ServingStatus | undefined;
  let listener: (() => void) | undefined;
  stream.on('data', (message: Buffer) => {
    said = message.equals(SERVING) ? 'SERVING' : 'NOT_SERVING';
    listener?.();
  });
  // The service, or the watch, ends with the test.
  stream.on('error', () => undefined);
  return {
    until: (status) =>
      new Promise((resolve) => {
        listener = () => {
          if (said === status) resolve();
        };
        listener();
      }),
    close() {
      stream.cancel();
      client.close();
    },
  };
}
