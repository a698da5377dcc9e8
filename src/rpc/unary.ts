import type { handleUnaryCall } from '@grpc/grpc-js';
import type { Caller } from '../auth/caller.js';
import type { ScopedStore } from '../store/scoped-store.js';
import { callerOf } from './callers.js';
import { WINDOW_BYTES } from './limits.js';
import type { ToStatus } from './report-error.js';

/** Answers one rpc: parses the request, calls the store, fills the answer. What it throws is mapped by {@link unary}. */
export type Handler<Request, Response> = (request: Request, store: ScopedStore) => Promise<Response>;

/** What every handler is run with. */
export interface UnaryOptions {
  /** Gives the store as far as the caller may reach it. */
  readonly storeFor: (caller: Caller) => ScopedStore;
  readonly toStatus: ToStatus;
  /** Is told of each answer that may have to wait for its caller to take it. */
  readonly onLargeAnswer: () => void;
}

/** Makes a grpc-js handler of ours, which answers with bytes: nothing that it throws reaches grpc-js as it is. */
export function unary<Request, Response>(
  path: string,
  handler: Handler<Request, Response>,
  encode: (answer: Response) => Buffer,
  { storeFor, toStatus, onLargeAnswer }: UnaryOptions,
): handleUnaryCall<Request, Buffer> {
  return (call, callback) => {
    const answer = async () => encode(await handler(call.request, storeFor(callerOf(call.metadata))));
    answer().then(
      (response) => {
        callback(null, response);
        if (response.length > WINDOW_BYTES) onLargeAnswer();
      },
      (error: unknown) => {
        callback(toStatus(error, path));
      },
    );
  };
}
