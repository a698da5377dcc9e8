package io.github.orgmeta;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents as plain maps, and as the {@link Struct} that goes over the wire. */
final class StructCodec {
  private static final Value NULL = Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();

  private StructCodec() {}

  /**
   * Writes a document. Every number becomes a double, one that JSON can't say too: the service
   * refuses it.
   *
   * @throws IllegalArgumentException for what could not be sent as it is: a value of another class
   *     than {@link Documents} names, a key that is no string, or text with half a surrogate pair.
   */
  static Struct write(Map<?, ?> document) {
    Struct.Builder struct = Struct.newBuilder();
    for (Map.Entry<?, ?> member : document.entrySet()) {
      if (!(member.getKey() instanceof String key)) {
        throw new IllegalArgumentException("the key " + member.getKey() + " is not a string");
      }
      struct.putFields(whole(key), writeValue(key, member.getValue()));
    }
    return struct.build();
  }

  private static Value writeValue(String key, Object value) {
    if (value == null) return NULL;
    if (value instanceof String text) return Value.newBuilder().setStringValue(whole(text)).build();
    if (value instanceof Number number)
      return Value.newBuilder().setNumberValue(number.doubleValue()).build();
    if (value instanceof Boolean bool) return Value.newBuilder().setBoolValue(bool).build();
    if (value instanceof Map<?, ?> map)
      return Value.newBuilder().setStructValue(write(map)).build();
    if (value instanceof Iterable<?> elements) {
      ListValue.Builder list = ListValue.newBuilder();
      for (Object element : elements) list.addValues(writeValue(key, element));
      return Value.newBuilder().setListValue(list).build();
    }
    throw new IllegalArgumentException(
        "the member "
            + key
            + " holds a "
            + value.getClass().getName()
            + ", which is none of null, Boolean, Number, String, Iterable and Map");
  }

  /**
   * Protobuf would send a question mark in the place of what UTF-8 can't say, and nobody would
   * know.
   */
  private static String whole(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (!Character.isSurrogate(text.charAt(at))) continue;
      boolean pair =
          at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
      if (!pair)
        throw new IllegalArgumentException(
            "text holds half a surrogate pair, which UTF-8 can't say");
      at++;
    }
    return text;
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
