import { Metadata, type Client } from '@grpc/grpc-js';
import { Channels } from './channels.js';
import { encodeRequest } from './encode-request.js';
import type { CallOptions, ClientOptions } from './options.js';
import { toOrgmetaError } from './orgmeta-error.js';
import type { Rpc } from './rpc.js';

/** How long a call may take, unless the client or the call says otherwise. */
const TIMEOUT_MS = 10_000;

/** Makes the calls of a client. Each rejects with an `OrgmetaError`, or with the reason of the signal that ended it. */
export class Caller {
  readonly #channels: Channels;
  readonly #metadata = new Metadata();
  readonly #timeoutMs: number;

  constructor(options: ClientOptions) {
    this.#channels = new Channels(options);
    if (options.credential !== undefined) this.#metadata.set('authorization', toHeader(options.credential));
    this.#timeoutMs = readTimeout(options.timeoutMs ?? TIMEOUT_MS);
  }

  /** Makes a call that may be repeated, as the service config says. */
  call<Answer>(rpc: Rpc<Answer>, request: object, options: CallOptions | undefined): Promise<Answer> {
    return this.#callOn(this.#channels.repeating, rpc, request, options);
  }

  /** Makes a write, which is never repeated if it has an etag. */
  write<Answer>(
    rpc: Rpc<Answer>,
    request: { readonly etag: string },
    options: CallOptions | undefined,
  ): Promise<Answer> {
    const channel = request.etag === '' ? this.#channels.repeating : this.#channels.single;
    return this.#callOn(channel, rpc, request, options);
  }

  close(): void {
    this.#channels.close();
  }

  #callOn<Answer>(
    channel: Client,
    rpc: Rpc<Answer>,
    request: object,
    { signal, timeoutMs = this.#timeoutMs }: CallOptions = {},
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const serialize = () => bytes;
      const bytes = encodeRequest(rpc, request);
      const options = { deadline: Date.now() + readTimeout(timeoutMs) };
      const call = channel.makeUnaryRequest(
        rpc.path,
        serialize,
        rpc.responseDeserialize,
        request,
        this.#metadata,
        options,
        (error, answer) => {
          signal?.removeEventListener('abort', cancel);
          if (error === null) resolve(answer as Answer);
          else reject(signal?.aborted === true ? (signal.reason as Error) : toOrgmetaError(error));
        },
      );
      const cancel = () => {
        call.cancel();
      };
      signal?.addEventListener('abort', cancel, { once: true });
    });
  }
}

function toHeader(credential: string): string {
  if (credential === '') {
    throw new TypeError('the credential is empty, as a variable is that was not set; leave it out to call anonymously');
  }
  // grpc-js would refuse it as well, and show it.
  if (/[^\x20-\x7e]/.test(credential)) {
    throw new TypeError("the credential holds a character that a header can't carry, such as the end of a line");
  }
  return `Bearer ${credential}`;
}

function readTimeout(timeoutMs: number): number {
  if (Number.isFinite(timeoutMs) && timeoutMs > 0) return timeoutMs;
  throw new RangeError(`timeoutMs is ${timeoutMs}, and must be a number of milliseconds that is more than 0`);
}
