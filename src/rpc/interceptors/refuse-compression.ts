import { Metadata, status, type ServerInterceptor } from '@grpc/grpc-js';
import { PassingCall } from './passing-call.js';

/**
 * Refuses a call that announces compressed messages, before any byte of them is inflated: 6 MB of gzip can be gigabytes
 * of request. Says in every answer that only `identity` is understood.
 */
export function refuseCompression(): ServerInterceptor {
  return function refuseCompressionInterceptor(_method, call) {
    return new UncompressedCall(call).asCall();
  };
}

/** The headers of most answers. They are the same each time, so they are made ready once. */
class IdentityOnly extends Metadata {
  readonly #headers = { 'grpc-accept-encoding': 'identity' };

  override toHttp2Headers(): ReturnType<Metadata['toHttp2Headers']> {
    return this.#headers;
  }
}

const IDENTITY_ONLY = new IdentityOnly();
IDENTITY_ONLY.set('grpc-accept-encoding', 'identity');

class UncompressedCall extends PassingCall {
  #metadataSent = false;

  override onReceiveMetadata(metadata: Metadata): void {
    if (this.incomingEncoding === 'identity') {
      super.onReceiveMetadata(metadata);
      return;
    }
    this.inner.sendStatus({
      code: status.UNIMPLEMENTED,
      details: 'compressed requests are not supported; send them with the encoding "identity"',
      metadata: IDENTITY_ONLY.clone(),
    });
  }

  override sendMetadata(metadata: Metadata): void {
    this.#metadataSent = true;
    metadata.merge(IDENTITY_ONLY);
    super.sendMetadata(metadata);
  }

  override sendMessage(message: unknown, callback: () => void): void {
    if (!this.#metadataSent) super.sendMetadata(IDENTITY_ONLY);
    super.sendMessage(message, callback);
  }
}
