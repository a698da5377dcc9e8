import { Client, credentials, type ChannelCredentials } from '@grpc/grpc-js';
import type { ClientOptions, TlsOptions } from './options.js';
import { SERVICE_CONFIG } from './service-config.js';

/** The channels of a client, each opened when the first call needs it. */
export class Channels {
  readonly #options: ClientOptions;
  #repeating: Client | undefined;
  #single: Client | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Repeats reads, and updates without an etag, as the service config says. */
  get repeating(): Client {
    this.#repeating ??= this.#open({ 'grpc.service_config': SERVICE_CONFIG });
    return this.#repeating;
  }

  /** Repeats nothing: for writes with an etag, whose second attempt would be refused because of the first. */
  get single(): Client {
    this.#single ??= this.#open({ 'grpc.enable_retries': 0 });
    return this.#single;
  }

  close(): void {
    this.#repeating?.close();
    this.#single?.close();
  }

  #open(ownOptions: Record<string, string | number>): Client {
    const { address, tls = false, channelOptions = {} } = this.#options;
    const tlsOptions = typeof tls === 'object' ? tls : {};
    return new Client(address, tls === false ? credentials.createInsecure() : secure(tlsOptions), {
      ...(tlsOptions.serverName !== undefined && {
        'grpc.ssl_target_name_override': tlsOptions.serverName,
        'grpc.default_authority': tlsOptions.serverName,
      }),
      ...ownOptions,
      ...channelOptions,
    });
  }
}

function secure({ ca, cert, key }: TlsOptions): ChannelCredentials {
  const [roots, privateKey, chain] = [ca, key, cert].map((pem) => (pem === undefined ? null : Buffer.from(pem)));
  return credentials.createSsl(roots, privateKey, chain);
}
