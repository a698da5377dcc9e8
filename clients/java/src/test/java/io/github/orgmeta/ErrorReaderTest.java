package io.github.orgmeta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.github.orgmeta.v1.ErrorReason;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorReaderTest {
  static Stream<String> reasons() {
    return Stream.of(ErrorReason.values())
        .filter(
            reason ->
                reason != ErrorReason.ERROR_REASON_UNSPECIFIED
                    && reason != ErrorReason.UNRECOGNIZED)
        .map(reason -> reason.name().substring("ERROR_REASON_".length()));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void everyReasonHasAnExceptionThatIsNamedForIt(String reason) {
    OrgmetaException read = ErrorReader.read(refusal("orgmeta", reason));
    String name = read.getClass().getSimpleName().replaceAll("(.)([A-Z])", "$1_$2").toUpperCase();
    assertEquals(reason + "_EXCEPTION", name);
    assertEquals(reason, read.reason());
  }

  @Test
  void theDetailsAreWithinReach() {
    StatusRuntimeException failure = refusal("orgmeta", "METADATA_TOO_LARGE");
    OrgmetaException read = ErrorReader.read(failure);
    assertEquals(Status.Code.INVALID_ARGUMENT, read.code());
    assertEquals(Map.of("size_bytes", "9015"), read.metadata());
    assertEquals("public_metadata", read.field());
    assertEquals(Optional.of(Duration.ofMillis(1500)), read.retryDelay());
    assertSame(failure, read.getCause());
  }

  @Test
  void aReasonOfAnotherDomainOrTimeIsNoSubclass() {
    assertEquals("", ErrorReader.read(refusal("elsewhere.example", "ETAG_MISMATCH")).reason());
    OrgmetaException unknown = ErrorReader.read(refusal("orgmeta", "OF_A_LATER_VERSION"));
    assertEquals(OrgmetaException.class, unknown.getClass());
    assertEquals("OF_A_LATER_VERSION", unknown.reason());
  }

  @Test
  void detailsThatCannotBeReadLeaveTheCodeAndTheMessage() {
    Metadata trailers = new Metadata();
    trailers.put(
        Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER),
        new byte[] {0x1a, (byte) 0xff});
    OrgmetaException read =
        ErrorReader.read(
            Status.ABORTED.withDescription("from a proxy").asRuntimeException(trailers));
    assertEquals(Status.Code.ABORTED, read.code());
    assertEquals("ABORTED: from a proxy", read.getMessage());
    assertEquals("", read.reason());
  }

  private static StatusRuntimeException refusal(String domain, String reason) {
    ErrorInfo info =
        ErrorInfo.newBuilder()
            .setDomain(domain)
            .setReason(reason)
            .putMetadata("size_bytes", "9015")
            .build();
    BadRequest bad =
        BadRequest.newBuilder()
            .addFieldViolations(BadRequest.FieldViolation.newBuilder().setField("public_metadata"))
            .build();
    RetryInfo retry =
        RetryInfo.newBuilder()
            .setRetryDelay(
                com.google.protobuf.Duration.newBuilder().setSeconds(1).setNanos(500_000_000))
            .build();
    return StatusProto.toStatusRuntimeException(
        com.google.rpc.Status.newBuilder()
            .setCode(Status.Code.INVALID_ARGUMENT.value())
            .addDetails(Any.pack(info))
            .addDetails(Any.pack(bad))
            .addDetails(Any.pack(retry))
            .build());
  }
}
