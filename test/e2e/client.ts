import {
  Client,
  compressionAlgorithms,
  credentials,
  Metadata,
  status,
  type MethodDefinition,
  type ServiceError,
  type StatusObject,
} from '@grpc/grpc-js';
import { BadRequest, ErrorInfo, RetryInfo } from 'nice-grpc-error-details';
import { Status } from 'nice-grpc-error-details/lib/proto/google/rpc/status.js';
import { BackendMetadataService } from '../../gen/ts/orgmeta/v1/backend_metadata.js';
import { FrontendMetadataService } from '../../gen/ts/orgmeta/v1/frontend_metadata.js';

const METHODS = { ...BackendMetadataService, ...FrontendMetadataService };

/** An rpc of either service, as the generated client names it. */
export type Rpc = keyof typeof METHODS;

export type Json = Record<string, unknown>;

/** How a call is made. */
export interface CallOptions {
  /** The credential; left out, none is sent. */
  readonly key?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Compresses the message, and says so in the headers. */
  readonly gzip?: boolean;
  readonly deadline?: Date | number;
  /** The bytes of the message, in place of a request. */
  readonly raw?: Uint8Array;
}

/** An error as a caller sees it, with its details decoded. */
export interface CallError {
  readonly code: keyof typeof status;
  readonly message: string;
  readonly reason?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  /** The fields that BadRequest names. */
  readonly fields?: readonly string[];
  readonly retryAfterSeconds?: number;
  /** The size of the trailer with the details. */
  readonly detailsBytes: number;
}

/** All that came back to one call. */
export interface Received {
  readonly rpc: Rpc;
  /** The credential that the call carried. */
  readonly key: string | undefined;
  readonly headers: Metadata;
  /** The bytes of the answer, if there was one. */
  readonly message: Buffer | undefined;
  /** Code and message of the end, with the trailers. */
  readonly status: StatusObject;
}

export type Outcome = { readonly answer: Json } | { readonly error: CallError };

/** A client of both services: the generated definitions, over one channel. */
export class E2eClient {
  readonly #client: Client;
  readonly #gzipClient: Client;
  readonly #observe: (received: Received) => void;

  /**
   * @param security of its connections; left out, they are in clear text. A certificate has to be for `localhost`.
   * @param observe is shown what each call brought back, before its outcome is known.
   */
  constructor(
    address: string,
    security = credentials.createInsecure(),
    observe: (received: Received) => void = () => undefined,
  ) {
    this.#observe = observe;
    // A channel of its own, so that a test never shares a connection with another.
    const options = {
      'grpc.use_local_subchannel_pool': 1,
      ...(security._isSecure() && { 'grpc.ssl_target_name_override': 'localhost' }),
    };
    this.#client = new Client(address, security, options);
    this.#gzipClient = new Client(address, security, {
      ...options,
      'grpc.default_compression_algorithm': compressionAlgorithms.gzip,
    });
  }

  close(): void {
    this.#client.close();
    this.#gzipClient.close();
  }

  /** Calls an rpc; fields that are left out of the request have their default. */
  call(rpc: Rpc, request: Json, options: CallOptions = {}): Promise<Outcome> {
    const method = METHODS[rpc] as unknown as MethodDefinition<Json, Json>;
    const metadata = new Metadata();
    if (options.key !== undefined) metadata.set('authorization', `Bearer ${options.key}`);
    for (const [name, value] of Object.entries(options.headers ?? {})) metadata.set(name, value);
    const serialize = (whole: Json) =>
      options.raw === undefined ? method.requestSerialize(whole) : Buffer.from(options.raw);
    const whole = { ...method.requestDeserialize(Buffer.alloc(0)), ...request };
    const callOptions = options.deadline === undefined ? {} : { deadline: options.deadline };
    const client = options.gzip === true ? this.#gzipClient : this.#client;
    let headers = new Metadata();
    let message: Buffer | undefined;
    const deserialize = (bytes: Buffer) => {
      message = bytes;
      return method.responseDeserialize(bytes);
    };
    return new Promise((resolve) => {
      let outcome: Outcome;
      const made = client.makeUnaryRequest(
        method.path,
        serialize,
        deserialize,
        whole,
        metadata,
        callOptions,
        (error, answer) => {
          outcome = error === null ? { answer: answer ?? {} } : { error: decodeError(error) };
        },
      );
      made.on('metadata', (received) => (headers = received));
      // Comes last.
      made.on('status', (status) => {
        this.#observe({ rpc, key: options.key, headers, message, status });
        resolve(outcome);
      });
    });
  }

  /** Calls an rpc of any path with bytes. */
  callPath(path: string, key: string): Promise<StatusObject | 'OK'> {
    const metadata = new Metadata();
    metadata.set('authorization', `Bearer ${key}`);
    return new Promise((resolve) => {
      const same = (bytes: Buffer) => bytes;
      this.#client.makeUnaryRequest(path, same, same, Buffer.alloc(0), metadata, (error) => {
        resolve(error ?? 'OK');
      });
    });
  }
}

/** Whatever makes calls as {@link E2eClient} does. */
export type Calls = Pick<E2eClient, 'call'>;

function decodeError(error: ServiceError): CallError {
  const [trailer] = error.metadata.get('grpc-status-details-bin');
  const base = {
    code: status[error.code] as keyof typeof status,
    message: error.details,
    detailsBytes: trailer?.length ?? 0,
  };
  if (trailer === undefined) return base;
  const details = Status.decode(trailer as Buffer).details;
  const find = (type: string) => details.find(({ typeUrl }) => typeUrl.endsWith(type))?.value;
  const [info, request, retry] = [find('ErrorInfo'), find('BadRequest'), find('RetryInfo')];
  const { reason, domain, metadata } = info === undefined ? ErrorInfo.fromPartial({}) : ErrorInfo.decode(info);
  if (domain !== 'orgmeta') throw new Error(`an error without an ErrorInfo of the domain orgmeta: ${error.message}`);
  return {
    ...base,
    reason,
    metadata,
    ...(request && { fields: BadRequest.decode(request).fieldViolations.map(({ field }) => field) }),
    ...(retry && { retryAfterSeconds: readSeconds(RetryInfo.decode(retry)) }),
  };
}

function readSeconds({ retryDelay }: RetryInfo): number {
  return (retryDelay?.seconds ?? 0) + (retryDelay?.nanos ?? 0) / 1e9;
}
