import { Metadata, status, type Channel, type MethodDefinition, type StatusObject } from '@grpc/grpc-js';
import { toGatewayError } from './to-gateway-error.js';

/** One upstream call, and how it is told to end. */
export interface UnaryCall<Response> {
  /** Rejects with a GatewayError if the call fails. */
  readonly answer: Promise<Response>;
  readonly cancel: () => void;
  /** Whether this side has ended it, be it by its deadline; known once there is an answer. */
  wasCancelled(): boolean;
}

/** What the service takes in one request. */
const REQUEST_BYTES = 256 * 1024;

/**
 * Makes a unary call on a channel. grpc-js's own client does this with interceptors, events and a stack trace for each call, of
 * which a gateway has no use, and which cost as much as all the rest.
 */
export function callUnary<Request, Response>(
  channel: Channel,
  { path, requestSerialize, responseDeserialize }: MethodDefinition<Request, Response>,
  request: Request,
  authorization: string | undefined,
  deadline: number,
): UnaryCall<Response> {
  const bytes = requestSerialize(request);
  const call = channel.createCall(path, deadline, null, null, undefined);
  let cancelled = false;
  const answer = new Promise<Response>((resolve, reject) => {
    let message: Buffer | undefined;
    const finish = (received: StatusObject) => {
      const outcome = { ...received, code: codeForVisitors(received.code, cancelled, bytes.length) };
      if (outcome.code !== status.OK || message === undefined) {
        cancelled ||= outcome.code === status.DEADLINE_EXCEEDED;
        reject(toGatewayError(outcome));
        return;
      }
      try {
        resolve(responseDeserialize(message));
      } catch (error) {
        reject(new Error('the answer of the upstream is malformed', { cause: error }));
      }
    };
    const metadata = new Metadata();
    if (authorization !== undefined) metadata.set('authorization', authorization);
    call.start(metadata, {
      onReceiveMetadata: () => undefined,
      onReceiveMessage: (received: Buffer) => {
        message = received;
      },
      onReceiveStatus: finish,
    });
    call.startRead();
    call.sendMessageWithContext({}, bytes);
    call.halfClose();
  });
  return {
    answer,
    cancel() {
      cancelled = true;
      call.cancelWithStatus(status.CANCELLED, 'the visitor has left');
    },
    wasCancelled: () => cancelled,
  };
}

/** Takes for what they are the codes that a service under pressure ends calls with, which would blame the visitor. */
function codeForVisitors(code: status, isCancelled: boolean, requestBytes: number): status {
  // Not cancelled from here: the service cuts off what is under way when its drain time is over.
  const isCutOff = code === status.CANCELLED && !isCancelled;
  // Not for its size: the service let go of it because of others, by a reset, which carries no reason.
  const isCrowded = code === status.RESOURCE_EXHAUSTED && requestBytes <= REQUEST_BYTES;
  return isCutOff || isCrowded ? status.UNAVAILABLE : code;
}
