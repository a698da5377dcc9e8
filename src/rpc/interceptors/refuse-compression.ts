import { Metadata, ServerInterceptingCall, status, type ServerInterceptor } from '@grpc/grpc-js';

/**
 * Refuses a call that announces compressed messages, before any byte of them is inflated: 6 MB of gzip can be gigabytes
 * of request. Says in every answer that only `identity` is understood.
 */
export function refuseCompression(): ServerInterceptor {
  return function refuseCompressionInterceptor(_method, call) {
    // grpc-js takes the header away before interceptors see it, and keeps it in this field of the innermost call.
    const { incomingEncoding } = call as unknown as { incomingEncoding?: string };
    const compressed = incomingEncoding !== undefined && incomingEncoding !== 'identity';
    return new ServerInterceptingCall(call, {
      ...(compressed && {
        start(next) {
          next({
            onReceiveMetadata() {
              call.sendStatus({
                code: status.UNIMPLEMENTED,
                details: 'compressed requests are not supported; send them with the encoding "identity"',
                metadata: new Metadata(),
              });
            },
          });
        },
      }),
      sendMetadata(metadata, next) {
        metadata.set('grpc-accept-encoding', 'identity');
        next(metadata);
      },
    });
  };
}
