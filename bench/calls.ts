import { Client, credentials, Metadata } from '@grpc/grpc-js';

/** Calls an rpc with bytes and takes bytes back. */
export type RawCall = (path: string, request: Buffer) => Promise<Buffer>;

/** Calls rpcs of one server on one connection, which is closed at the end of `use`. */
export async function withRawCalls<T>(port: number, key: string, use: (call: RawCall) => Promise<T>): Promise<T> {
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  const metadata = new Metadata();
  metadata.set('authorization', `Bearer ${key}`);
  const identity = (bytes: Buffer) => bytes;
  try {
    return await use(
      (path, request) =>
        new Promise((resolve, reject) => {
          client.makeUnaryRequest(path, identity, identity, request, metadata, (error, answer) => {
            if (error === null && answer !== undefined) resolve(answer);
            else reject(error ?? new Error(`${path} answered nothing`));
          });
        }),
    );
  } finally {
    client.close();
  }
}
