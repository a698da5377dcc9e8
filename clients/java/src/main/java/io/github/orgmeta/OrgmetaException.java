package io.github.orgmeta;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A call that failed. Where the service said why, it is of the subclass of that reason, such as
 * {@link EtagMismatchException}. Its cause is gRPC's own exception, which holds every detail that
 * was sent.
 */
public class OrgmetaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  OrgmetaException(Refusal refusal) {
    super(refusal.cause().getMessage(), refusal.cause());
    this.refusal = refusal;
  }

  /** What a status says of a failure. */
  record Refusal(
      StatusRuntimeException cause,
      String reason,
      Map<String, String> metadata,
      String field,
      Optional<Duration> retryDelay) {}

  /**
   * The code of gRPC, such as {@code ABORTED}, or {@code DEADLINE_EXCEEDED} where the timeout
   * passed.
   */
  public Status.Code code() {
    return refusal.cause().getStatus().getCode();
  }

  /**
   * The reason that the service gave, such as {@code ETAG_MISMATCH}; empty where it gave none, or
   * did not answer.
   */
  public String reason() {
    return refusal.reason();
  }

  /** What the service said with the reason, such as the current {@code etag}. */
  public Map<String, String> metadata() {
    return refusal.metadata();
  }

  /**
   * The path of the field of the request that is to blame, such as {@code public_metadata}; empty
   * where none is.
   */
  public String field() {
    return refusal.field();
  }

  /** How long to wait before trying again, where the service said so. */
  public Optional<Duration> retryDelay() {
    return refusal.retryDelay();
  }
}
