package io.github.orgmeta;

import io.grpc.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Asks for a batch until all of it was answered. */
final class BatchReader {
  /** An answer, and what did not fit into it. */
  record Answer<R, K>(List<R> metadata, List<K> missing, List<K> unprocessed) {}

  private BatchReader() {}

  /**
   * Reads all that is asked for, and puts it into the order in which it was.
   *
   * @throws OrgmetaException with the code INTERNAL for an answer that has nothing of what it was
   *     asked for.
   */
  static <R, K> Batch<R, K> read(
      Collection<K> asked, Function<Collection<K>, Answer<R, K>> ask, Function<R, K> keyOf) {
    Answer<R, K> answer = ask.apply(asked);
    if (answer.unprocessed().isEmpty()) return new Batch<>(answer.metadata(), answer.missing());
    List<R> metadata = new ArrayList<>(answer.metadata());
    List<K> missing = new ArrayList<>(answer.missing());
    int left = asked.size();
    while (!answer.unprocessed().isEmpty()) {
      if (answer.unprocessed().size() >= left) throw nothingAnswered();
      left = answer.unprocessed().size();
      answer = ask.apply(answer.unprocessed());
      metadata.addAll(answer.metadata());
      missing.addAll(answer.missing());
    }
    Map<K, Integer> places = new HashMap<>();
    for (K key : asked) places.putIfAbsent(key, places.size());
    metadata.sort(Comparator.comparing(found -> places.get(keyOf.apply(found))));
    missing.sort(Comparator.comparing(places::get));
    return new Batch<>(metadata, missing);
  }

  private static OrgmetaException nothingAnswered() {
    return ErrorReader.read(
        Status.INTERNAL
            .withDescription("the service answered a batch with nothing of it")
            .asRuntimeException());
  }
}
