package io.github.orgmeta;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The two documents of an organization or a membership. One that is null is left out: it stays as
 * it is, which is not the same as an empty one.
 *
 * <p>A document is a map of strings to null, {@link Boolean}, {@link Number}, {@link String},
 * {@link Iterable} and {@link Map}. Metadata that was read has null, {@link Boolean}, {@link
 * Double} (always: JSON numbers are doubles here), {@link String}, {@link java.util.List} and
 * {@link Map}, and may be changed. {@code Map.of} takes no null: to remove a member with an update,
 * use a {@link java.util.HashMap} or {@code Collections.singletonMap("plan", null)}.
 *
 * @param publicMetadata what the frontend may read.
 * @param privateMetadata what only the backend may read.
 */
public record Documents(Map<String, Object> publicMetadata, Map<String, Object> privateMetadata) {
  /** Public metadata alone; what is private stays as it is. */
  public static Documents ofPublic(Map<String, ?> publicMetadata) {
    return new Documents(new LinkedHashMap<>(publicMetadata), null);
  }

  /** Private metadata alone; what is public stays as it is. */
  public static Documents ofPrivate(Map<String, ?> privateMetadata) {
    return new Documents(null, new LinkedHashMap<>(privateMetadata));
  }

  /** Both. */
  public static Documents of(Map<String, ?> publicMetadata, Map<String, ?> privateMetadata) {
    return new Documents(new LinkedHashMap<>(publicMetadata), new LinkedHashMap<>(privateMetadata));
  }
}
