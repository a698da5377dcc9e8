package io.github.orgmeta.scenario;

import io.github.orgmeta.Batch;
import io.github.orgmeta.Listing;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What calls gave, as JSON has it. The records' components are named as the scenario names them.
 */
final class Results {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Results() {}

  static Map<String, Object> of(Record found) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (RecordComponent component : found.getClass().getRecordComponents()) {
      Object value = valueOf(component, found);
      if (value instanceof Optional<?> optional) value = optional.orElse(null);
      if (value instanceof Instant time) value = TIME.format(time);
      if (value != null) json.put(component.getName(), value);
    }
    return json;
  }

  static Map<String, Object> of(Batch<? extends Record, ?> batch) {
    List<?> missing =
        batch.missing().stream().map(key -> key instanceof Record ids ? of(ids) : key).toList();
    return Map.of(
        "metadata", batch.metadata().stream().map(Results::of).toList(), "missing", missing);
  }

  static Map<String, Object> of(Listing<? extends Record> listing) {
    return Map.of("metadata", listing.stream().map(Results::of).toList());
  }

  private static Object valueOf(RecordComponent component, Record found) {
    try {
      return component.getAccessor().invoke(found);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
