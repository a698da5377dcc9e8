import type { handleUnaryCall, ServerUnaryCall } from '@grpc/grpc-js';
import type { Caller } from '../auth/caller.js';
import { OrgmetaError } from '../domain/errors.js';
import type { ScopedStore } from '../store/scoped-store.js';
import type { Turns } from '../turns/turns.js';
import type { EncodedAnswer } from '../wire/answer-encoder.js';
import { callerOf } from './callers.js';
import { connectionOf } from './connection-of.js';
import { WINDOW_BYTES } from './limits.js';
import type { ToStatus } from './report-error.js';

/** Answers one rpc: parses the request, calls the store, fills the answer. What it throws is mapped by {@link unary}. */
export type Handler<Request, Response> = (request: Request, store: ScopedStore) => Promise<Response>;

/** What every handler is run with. */
export interface UnaryOptions {
  /** Gives the store as far as the caller may reach it. */
  readonly storeFor: (caller: Caller) => ScopedStore;
  readonly toStatus: ToStatus;
  /** In which the rpcs that answer with many records do their work. */
  readonly largeTurns: Turns;
  /** Is told of each answer that may have to wait for its caller to take it. */
  readonly onLargeAnswer: () => void;
}

/** The rpcs whose answer can be a hundred times as large as that of others, which others would wait for. */
const LARGE = /\/(BatchGet|List)[^/]*$/;

const TOO_MANY_LARGE = new OrgmetaError(
  'SERVICE_BUSY',
  'as many large answers as the service allows are asked for; try again later, with fewer at once',
);

/** Makes a grpc-js handler of ours, which answers with what is encoded: nothing that it throws reaches grpc-js as it is. */
export function unary<Request, Response>(
  path: string,
  handler: Handler<Request, Response>,
  encode: (answer: Response) => EncodedAnswer,
  { storeFor, toStatus, largeTurns, onLargeAnswer }: UnaryOptions,
): handleUnaryCall<Request, EncodedAnswer> {
  const turns = LARGE.test(path) ? largeTurns : undefined;
  const answer = async (call: ServerUnaryCall<Request, EncodedAnswer>) => {
    if (turns !== undefined) await turns.wait(connectionOf(call));
    return handler(call.request, storeFor(callerOf(call.metadata)));
  };
  return (call, callback) => {
    if (turns?.isFullFor(connectionOf(call))) {
      callback(toStatus(TOO_MANY_LARGE, path));
      return;
    }
    const report = (error: unknown) => {
      callback(toStatus(error, path));
    };
    const respond = (response: Response) => {
      let encoded: EncodedAnswer;
      try {
        encoded = encode(response);
      } catch (error) {
        report(error);
        return;
      }
      // At once: what is encoded stays where it is until the next one is.
      callback(null, encoded);
      if (encoded.length > WINDOW_BYTES) onLargeAnswer();
    };
    answer(call).then(respond, report);
  };
}
