import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

type RequestListener = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/** How many requests of one connection may be without their answers. Hardly a client sends a second before the first has its. */
const UNANSWERED_REQUESTS = 16;

/**
 * Makes a listener that closes a connection on which more than 16 requests wait for their answers. Node would take as many as come, at some
 * 20 KB each for 60 bytes of the visitor's, and do nothing else meanwhile.
 */
export function limitPipelining(listener: RequestListener): RequestListener {
  const unanswered = new WeakMap<Socket, number>();
  const add = (socket: Socket, count: number) => {
    const sum = (unanswered.get(socket) ?? 0) + count;
    unanswered.set(socket, sum);
    return sum;
  };
  return function listenWithinLimit(incoming, outgoing) {
    const { socket } = incoming;
    if (add(socket, 1) > UNANSWERED_REQUESTS) {
      socket.destroy();
      return;
    }
    outgoing.once('close', () => {
      add(socket, -1);
    });
    listener(incoming, outgoing);
  };
}
