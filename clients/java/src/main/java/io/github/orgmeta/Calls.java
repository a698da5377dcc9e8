package io.github.orgmeta;

import com.google.protobuf.Struct;
import io.github.orgmeta.v1.BackendMetadataGrpc;
import io.github.orgmeta.v1.BackendMetadataGrpc.BackendMetadataBlockingStub;
import io.github.orgmeta.v1.FrontendMetadataGrpc;
import io.github.orgmeta.v1.FrontendMetadataGrpc.FrontendMetadataBlockingStub;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * One call through a generated stub: with the timeout, through the right channel, and its failure
 * as our exception.
 */
final class Calls {
  final Connection connection;
  private final Duration timeout;

  Calls(Connection connection, Duration timeout) {
    this.connection = connection;
    this.timeout = timeout;
  }

  <Q, A> A backend(Q request, BiFunction<BackendMetadataBlockingStub, Q, A> rpc) {
    return backend(connection.retrying(), request, rpc);
  }

  /** Writes under a condition: with an etag, it is sent once. */
  <Q, A> A write(String etag, Q request, BiFunction<BackendMetadataBlockingStub, Q, A> rpc) {
    return backend(etag.isEmpty() ? connection.retrying() : connection.once(), request, rpc);
  }

  <Q, A> A frontend(Q request, BiFunction<FrontendMetadataBlockingStub, Q, A> rpc) {
    try {
      return rpc.apply(
          FrontendMetadataGrpc.newBlockingStub(connection.retrying())
              .withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS),
          request);
    } catch (StatusRuntimeException failure) {
      throw ErrorReader.read(failure);
    }
  }

  private <Q, A> A backend(
      Channel channel, Q request, BiFunction<BackendMetadataBlockingStub, Q, A> rpc) {
    try {
      return rpc.apply(
          BackendMetadataGrpc.newBlockingStub(channel)
              .withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS),
          request);
    } catch (StatusRuntimeException failure) {
      throw ErrorReader.read(failure);
    }
  }

  /** Sets a document of a request, which is this field of it, unless it is left out. */
  static void setDocument(String field, Consumer<Struct> setter, Map<String, ?> document) {
    if (document != null) setter.accept(StructCodec.write(field, document));
  }
}
