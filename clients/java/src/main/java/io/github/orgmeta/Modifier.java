package io.github.orgmeta;

import io.grpc.Status;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Changes a record by a function: reads it, and replaces it under the etag that was read.
 *
 * @param read gives the record.
 * @param documentsOf what the function is given of it.
 * @param none what the function is given where there is no record yet.
 * @param etagOf its etag.
 * @param replace writes what the function gave, if the record still has the etag.
 */
record Modifier<R, D>(
    Supplier<R> read,
    Function<R, D> documentsOf,
    Supplier<D> none,
    Function<R, String> etagOf,
    BiFunction<D, WriteOptions, R> replace) {
  private static final int ATTEMPTS = 10;
  private static final int FIRST_WAIT_MILLIS = 10;
  private static final int LONGEST_WAIT_MILLIS = 1000;

  /** Begins anew while somebody else is faster, ten times at most. */
  R modify(UnaryOperator<D> change) {
    for (int attempt = 1; ; attempt++) {
      R current = readOrNull();
      D changed =
          Objects.requireNonNull(
              change.apply(current == null ? none.get() : documentsOf.apply(current)),
              "the function returned null; it has to return the documents");
      try {
        return replace.apply(
            changed, WriteOptions.ifEtag(current == null ? "0" : etagOf.apply(current)));
      } catch (EtagMismatchException faster) {
        if (attempt == ATTEMPTS) throw faster;
        pause(attempt);
      }
    }
  }

  private R readOrNull() {
    try {
      return read.get();
    } catch (MetadataNotFoundException absent) {
      return null;
    }
  }

  /** For a random time that grows, so that those who met once don't meet again. */
  private static void pause(int attempt) {
    int longest = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS << attempt);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(longest));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw ErrorReader.read(
          Status.CANCELLED
              .withDescription("interrupted")
              .withCause(interrupted)
              .asRuntimeException());
    }
  }
}
