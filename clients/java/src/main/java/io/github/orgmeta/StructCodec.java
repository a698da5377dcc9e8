package io.github.orgmeta;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents as plain maps, and as the {@link Struct} that goes over the wire. */
final class StructCodec {
  private StructCodec() {}

  /**
   * Writes a document. Every number becomes a double, one that JSON can't say too: the service
   * refuses it.
   *
   * @param field the field of the request that it is for.
   * @throws IllegalArgumentException for what could not be sent as it is, with its path: a value of
   *     another class than {@link Documents} names, a whole number that no double holds exactly, a
   *     key that is no string, text with half a surrogate pair, or a document that contains itself.
   */
  static Struct write(String field, Map<?, ?> document) {
    return new StructWriter(field).write(document);
  }

  /** Reads a document into maps and lists that are the reader's own, to change as it likes. */
  static Map<String, Object> read(Struct struct) {
    Map<String, Value> fields = struct.getFieldsMap();
    Map<String, Object> document = new LinkedHashMap<>(fields.size() * 2);
    for (Map.Entry<String, Value> field : fields.entrySet())
      document.put(field.getKey(), readValue(field.getValue()));
    return document;
  }

  private static Object readValue(Value value) {
    return switch (value.getKindCase()) {
      case STRING_VALUE -> value.getStringValue();
      case NUMBER_VALUE -> value.getNumberValue();
      case BOOL_VALUE -> value.getBoolValue();
      case STRUCT_VALUE -> read(value.getStructValue());
      case LIST_VALUE -> {
        List<Object> list = new ArrayList<>(value.getListValue().getValuesCount());
        for (Value element : value.getListValue().getValuesList()) list.add(readValue(element));
        yield list;
      }
      case NULL_VALUE, KIND_NOT_SET -> null;
    };
  }
}
