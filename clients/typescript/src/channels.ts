import { Client, credentials, type ChannelCredentials } from '@grpc/grpc-js';
import type { ClientOptions, TlsOptions } from './options.js';
import { OrgmetaError } from './orgmeta-error.js';
import { SERVICE_CONFIG } from './service-config.js';

/** The channels of a client, each opened when the first call needs it, and none once they are closed. */
export class Channels {
  readonly #options: ClientOptions;
  readonly #credentials: ChannelCredentials;
  #repeating: Client | undefined;
  #single: Client | undefined;
  #closed = false;

  /** @throws Error for a certificate without its key, or either that can't be read */
  constructor(options: ClientOptions) {
    this.#options = options;
    this.#credentials = createCredentials(options.tls);
  }

  /**
   * Repeats reads, and updates without an etag, as the service config says.
   *
   * @throws OrgmetaError `CANCELLED` once they are closed
   */
  get repeating(): Client {
    this.#repeating ??= this.#open({ 'grpc.service_config': SERVICE_CONFIG });
    return this.#repeating;
  }

  /**
   * Repeats nothing: for writes with an etag, whose second attempt would be refused because of the first.
   *
   * @throws OrgmetaError `CANCELLED` once they are closed
   */
  get single(): Client {
    this.#single ??= this.#open({ 'grpc.enable_retries': 0 });
    return this.#single;
  }

  close(): void {
    this.#closed = true;
    this.#repeating?.close();
    this.#single?.close();
    this.#repeating = this.#single = undefined;
  }

  #open(ownOptions: Record<string, string | number>): Client {
    if (this.#closed) throw new OrgmetaError('the client is closed; make another one', { code: 'CANCELLED' });
    const { address, tls, channelOptions = {} } = this.#options;
    const serverName = typeof tls === 'object' ? tls.serverName : undefined;
    return new Client(address, this.#credentials, {
      ...(serverName !== undefined && {
        'grpc.ssl_target_name_override': serverName,
        'grpc.default_authority': serverName,
      }),
      ...ownOptions,
      ...channelOptions,
    });
  }
}

function createCredentials(tls: boolean | TlsOptions = false): ChannelCredentials {
  if (tls === false) return credentials.createInsecure();
  const { ca, cert, key } = tls === true ? {} : tls;
  const [roots, privateKey, chain] = [ca, key, cert].map((pem) => (pem === undefined ? null : Buffer.from(pem)));
  return credentials.createSsl(roots, privateKey, chain);
}
