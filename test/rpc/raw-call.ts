import { connect, type ClientHttp2Session, type ClientHttp2Stream, type IncomingHttpHeaders } from 'node:http2';
import { connect as connectSocket } from 'node:net';
import type { ExecutionContext } from 'ava';
import { ErrorInfo, RetryInfo } from 'nice-grpc-error-details';
import { Status } from 'nice-grpc-error-details/lib/proto/google/rpc/status.js';

/** A connection that does what a gRPC client never does: nothing that isn't asked of it. */
export interface RawConnection {
  readonly session: ClientHttp2Session;
  /** Begins a call; its request is not sent yet. A header that is undefined is not sent. */
  readonly call: (path: string, headers?: Readonly<Record<string, string | undefined>>) => ClientHttp2Stream;
}

/** Connects to a server, `host:port` or `unix:PATH`, until the test ends, with a window of so many bytes for each answer. */
export function connectRaw(t: ExecutionContext, address: string, windowBytes = 65_535): RawConnection {
  const path = address.startsWith('unix:') ? address.slice('unix:'.length) : undefined;
  const session = connect(`http://${path === undefined ? address : 'localhost'}`, {
    settings: { initialWindowSize: windowBytes },
    ...(path !== undefined && { createConnection: () => connectSocket(path) }),
  });
  session.on('error', () => undefined);
  t.teardown(() => {
    session.destroy();
  });
  return {
    session,
    call(path, headers = {}) {
      const stream = session.request({
        ':method': 'POST',
        ':path': path,
        'content-type': 'application/grpc',
        te: 'trailers',
        authorization: 'Bearer any',
        ...headers,
      });
      stream.on('error', () => undefined);
      return stream;
    },
  };
}

/** Puts a message into the frame that gRPC gives it. */
export function frame(message: Uint8Array): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

/**
 * How a call ended: its status, with the reason of a refusal and the seconds after which to try again, or the HTTP/2 code of a
 * stream that was reset; and how many bytes it was answered with.
 */
export interface RawEnd {
  readonly status: string | undefined;
  readonly message: string;
  readonly reason: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly resetCode: number;
  readonly bytes: number;
}

/** Reads a call to its end. */
export function readToEnd(stream: ClientHttp2Stream): Promise<RawEnd> {
  return new Promise((resolve) => {
    let last: IncomingHttpHeaders = {};
    let bytes = 0;
    const keep = (headers: IncomingHttpHeaders) => (last = { ...last, ...headers });
    stream.on('response', keep);
    stream.on('trailers', keep);
    stream.on('data', (chunk: Buffer) => (bytes += chunk.length));
    stream.on('close', () => {
      const end = {
        status: last['grpc-status'] as string | undefined,
        message: decodeURIComponent((last['grpc-message'] as string | undefined) ?? ''),
        ...readDetails(last['grpc-status-details-bin']),
        resetCode: stream.rstCode,
        bytes,
      };
      // Node can hang where the session is destroyed, as at the end of a test, while it reads frames.
      setImmediate(resolve, end);
    });
  });
}

/**
 * Reads a call until it is answered, and gives it up then: the status, which is undefined where a message came, and the reason of
 * its refusal.
 */
export function readReason(
  stream: ClientHttp2Stream,
): Promise<{ status: string | undefined; reason: string | undefined }> {
  return new Promise((resolve) => {
    let last: IncomingHttpHeaders = {};
    const keep = (headers: IncomingHttpHeaders) => (last = { ...last, ...headers });
    stream.on('response', keep);
    stream.on('trailers', keep);
    stream.on('data', () => {
      stream.close();
    });
    stream.on('close', () => {
      const { reason } = readDetails(last['grpc-status-details-bin']);
      resolve({ status: last['grpc-status'] as string | undefined, reason });
    });
  });
}

function readDetails(trailer: IncomingHttpHeaders[string]): Pick<RawEnd, 'reason' | 'retryAfterSeconds'> {
  if (typeof trailer !== 'string') return { reason: undefined, retryAfterSeconds: undefined };
  const { details } = Status.decode(Buffer.from(trailer, 'base64'));
  const find = (type: string) => details.find(({ typeUrl }) => typeUrl.endsWith(type))?.value;
  const [info, retry] = [find('ErrorInfo'), find('RetryInfo')];
  return {
    reason: info && ErrorInfo.decode(info).reason,
    retryAfterSeconds: retry && RetryInfo.decode(retry).retryDelay?.seconds,
  };
}
