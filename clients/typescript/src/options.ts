/** How connections are secured. */
export interface TlsOptions {
  /** The authorities (PEM) that the service's certificate is checked against; the system's if left out. */
  readonly ca?: Buffer | string | undefined;
  /** The certificate (PEM) and the private key (PEM) that this client shows to a service that asks for one (mTLS). */
  readonly cert?: Buffer | string | undefined;
  readonly key?: Buffer | string | undefined;
  /** The name that the certificate is checked for, where it is not that of the address. */
  readonly serverName?: string | undefined;
}

/** What a client connects to, and as whom. */
export interface ClientOptions {
  /** `host:port` or `unix:PATH`. */
  readonly address: string;
  /** An API key (`om_sk_…`, `om_pk_…`) or a token, without an end of line. Left out, the caller is anonymous; an empty one is refused. */
  readonly credential?: string | undefined;
  /** Secures the connections. Left out, they are in clear text, and so is the credential. */
  readonly tls?: boolean | TlsOptions | undefined;
  /**
   * How long a call may take in all, with what gRPC repeats, in milliseconds, more than 0; 10,000 if left out. Each page of a list, each request of a
   * batch, and each read and write of a `modify…` is a call of its own.
   */
  readonly timeoutMs?: number | undefined;
  /** Options of the channels, as grpc-js has them. */
  readonly channelOptions?: Record<string, string | number> | undefined;
}

/** What one call may have of its own. */
export interface CallOptions {
  /** Ends the call, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** In place of the client's, in milliseconds, more than 0. */
  readonly timeoutMs?: number | undefined;
}
