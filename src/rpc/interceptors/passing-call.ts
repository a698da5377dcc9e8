import type { ServerHttp2Stream } from 'node:http2';
import type { Metadata, ServerInterceptingCall, ServerInterceptingCallInterface } from '@grpc/grpc-js';

type Listener = Parameters<ServerInterceptingCallInterface['start']>[0];
type OutgoingStatus = Parameters<ServerInterceptingCallInterface['sendStatus']>[0];

/**
 * Passes every event of a call on, in both directions; an interceptor overrides those that it is about.
 *
 * grpc-js' own base, with a closure for each hook, costs a call several times what this does, and more with every
 * interceptor. It also queues events for interceptors that hold one back, which none of ours does but require-role: what
 * comes after the headers is not read before the handler has them.
 */
export class PassingCall implements ServerInterceptingCallInterface {
  protected readonly inner: ServerInterceptingCallInterface;
  protected listener!: Listener;

  constructor(inner: ServerInterceptingCallInterface) {
    this.inner = inner;
  }

  /** What grpc-js takes from an interceptor. It asks for its own class, and uses no more than the interface. */
  asCall(): ServerInterceptingCall {
    return this as unknown as ServerInterceptingCall;
  }

  // From the handler to the wire.
  start(listener: Listener): void {
    this.listener = listener;
    this.inner.start(this);
  }

  sendMetadata(metadata: Metadata): void {
    this.inner.sendMetadata(metadata);
  }

  sendMessage(message: unknown, callback: () => void): void {
    this.inner.sendMessage(message, callback);
  }

  sendStatus(status: OutgoingStatus): void {
    this.inner.sendStatus(status);
  }

  startRead(): void {
    this.inner.startRead();
  }

  // From the wire to the handler.
  onReceiveMetadata(metadata: Metadata): void {
    this.listener.onReceiveMetadata(metadata);
  }

  onReceiveMessage(message: unknown): void {
    this.listener.onReceiveMessage(message);
  }

  onReceiveHalfClose(): void {
    this.listener.onReceiveHalfClose();
  }

  onCancel(): void {
    this.listener.onCancel();
  }

  // What is known of the call.

  /**
   * How the messages of the call are compressed. grpc-js takes the header away before interceptors see it, and keeps it in
   * this field of the innermost call.
   */
  get incomingEncoding(): string | undefined {
    return (this.inner as ServerInterceptingCallInterface & { incomingEncoding?: string }).incomingEncoding;
  }

  /** The stream of HTTP/2 that the call came by, which grpc-js keeps in this field of the innermost call. */
  get stream(): ServerHttp2Stream | undefined {
    return (this.inner as ServerInterceptingCallInterface & { stream?: ServerHttp2Stream }).stream;
  }

  getPeer(): string {
    return this.inner.getPeer();
  }

  getDeadline(): ReturnType<ServerInterceptingCallInterface['getDeadline']> {
    return this.inner.getDeadline();
  }

  getHost(): string {
    return this.inner.getHost();
  }

  getAuthContext(): ReturnType<ServerInterceptingCallInterface['getAuthContext']> {
    return this.inner.getAuthContext();
  }

  getConnectionInfo(): ReturnType<ServerInterceptingCallInterface['getConnectionInfo']> {
    return this.inner.getConnectionInfo();
  }

  getMetricsRecorder(): ReturnType<ServerInterceptingCallInterface['getMetricsRecorder']> {
    return this.inner.getMetricsRecorder();
  }
}
