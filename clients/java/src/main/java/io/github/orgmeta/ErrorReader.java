package io.github.orgmeta;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.github.orgmeta.OrgmetaException.Refusal;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The exception that a status of gRPC becomes. */
final class ErrorReader {
  private static final Map<String, Function<Refusal, OrgmetaException>> BY_REASON =
      Map.ofEntries(
          Map.entry("METADATA_TOO_LARGE", MetadataTooLargeException::new),
          Map.entry("METADATA_INVALID", MetadataInvalidException::new),
          Map.entry("ARGUMENT_INVALID", ArgumentInvalidException::new),
          Map.entry("METADATA_NOT_FOUND", MetadataNotFoundException::new),
          Map.entry("ETAG_MISMATCH", EtagMismatchException::new),
          Map.entry("WRITE_CONTENTION", WriteContentionException::new),
          Map.entry("INVITATION_ALREADY_ACCEPTED", InvitationAlreadyAcceptedException::new),
          Map.entry("ORGANIZATION_NOT_EMPTY", OrganizationNotEmptyException::new),
          Map.entry("CREDENTIAL_MISSING", CredentialMissingException::new),
          Map.entry("CREDENTIAL_INVALID", CredentialInvalidException::new),
          Map.entry("ROLE_NOT_ALLOWED", RoleNotAllowedException::new),
          Map.entry("ORGANIZATION_NOT_ALLOWED", OrganizationNotAllowedException::new),
          Map.entry("STORE_UNAVAILABLE", StoreUnavailableException::new),
          Map.entry("WRITE_OUTCOME_UNKNOWN", WriteOutcomeUnknownException::new),
          Map.entry("RATE_LIMITED", RateLimitedException::new),
          Map.entry("SERVICE_BUSY", ServiceBusyException::new));

  private ErrorReader() {}

  /** Reads the reason, and what else the details say, out of the trailers. */
  static OrgmetaException read(StatusRuntimeException failure) {
    Refusal refusal = readRefusal(failure);
    return BY_REASON.getOrDefault(refusal.reason(), OrgmetaException::new).apply(refusal);
  }

  private static Refusal readRefusal(StatusRuntimeException failure) {
    ErrorInfo info = ErrorInfo.getDefaultInstance();
    String field = "";
    Optional<Duration> retryDelay = Optional.empty();
    try {
      Status status = StatusProto.fromThrowable(failure);
      for (Any detail : status == null ? List.<Any>of() : status.getDetailsList()) {
        if (detail.is(ErrorInfo.class)) {
          ErrorInfo found = detail.unpack(ErrorInfo.class);
          if (found.getDomain().equals("orgmeta")) info = found;
        } else if (detail.is(BadRequest.class)) {
          BadRequest bad = detail.unpack(BadRequest.class);
          if (bad.getFieldViolationsCount() > 0) field = bad.getFieldViolations(0).getField();
        } else if (detail.is(RetryInfo.class)) {
          com.google.protobuf.Duration delay = detail.unpack(RetryInfo.class).getRetryDelay();
          retryDelay = Optional.of(Duration.ofSeconds(delay.getSeconds(), delay.getNanos()));
        }
      }
    } catch (InvalidProtocolBufferException | IllegalArgumentException unreadable) {
      // The code and the message are still there.
      failure.addSuppressed(unreadable);
    }
    return new Refusal(
        failure, info.getReason(), Map.copyOf(info.getMetadataMap()), field, retryDelay);
  }
}
