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
  const call = channel.createCall(path, deadline, null, null, undefined);
  let cancelled = false;
  const answer = new Promise<Response>((resolve, reject) => {
    let message: Buffer | undefined;
    const finish = (received: StatusObject) => {
      // Not ended from here, so by the service, which cuts off what is under way when its drain time is over.
      const wasCutOff = received.code === status.CANCELLED && !cancelled;
      const outcome = wasCutOff ? { ...received, code: status.UNAVAILABLE } : received;
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
    call.sendMessageWithContext({}, requestSerialize(request));
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
