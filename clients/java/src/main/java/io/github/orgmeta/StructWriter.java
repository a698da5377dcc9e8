package io.github.orgmeta;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/** Writes one document, and knows where in it it is, to name the place of what can't be sent. */
final class StructWriter {
  private static final Value NULL = Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();

  /**
   * How deep a document may nest before it is taken for one that contains itself. The service takes
   * 32 levels, and names the path of what is deeper.
   */
  private static final int DEEPEST = 100;

  private final String field;
  private final StringBuilder path;
  private int depth;

  /**
   * @param field the field of the request that the document is for.
   */
  StructWriter(String field) {
    this.field = field;
    path = new StringBuilder(field);
  }

  Struct write(Map<?, ?> document) {
    if (depth++ == DEEPEST)
      throw new IllegalArgumentException(field + " is nested too deeply, or contains itself");
    Struct.Builder struct = Struct.newBuilder();
    for (Map.Entry<?, ?> member : document.entrySet()) {
      if (!(member.getKey() instanceof String key))
        throw refusal("has the key " + member.getKey() + ", which is no string");
      if (!isUnicode(key)) throw refusal("has a key with half a surrogate pair, which is no text");
      int end = path.length();
      path.append('.').append(key);
      struct.putFields(key, value(member.getValue()));
      path.setLength(end);
    }
    depth--;
    return struct.build();
  }

  private Value value(Object value) {
    if (value == null) return NULL;
    if (value instanceof String text) {
      // Protobuf would send a question mark in the place of what UTF-8 can't say.
      if (!isUnicode(text)) throw refusal("has half a surrogate pair, which is no text");
      return Value.newBuilder().setStringValue(text).build();
    }
    if (value instanceof Number number)
      return Value.newBuilder().setNumberValue(number(number)).build();
    if (value instanceof Boolean bool) return Value.newBuilder().setBoolValue(bool).build();
    if (value instanceof Map<?, ?> map)
      return Value.newBuilder().setStructValue(write(map)).build();
    if (value instanceof Iterable<?> elements)
      return Value.newBuilder().setListValue(list(elements)).build();
    throw refusal(
        "is a "
            + value.getClass().getName()
            + ", which is none of null, Boolean, Number, String, Iterable and Map");
  }

  private ListValue list(Iterable<?> elements) {
    if (depth++ == DEEPEST)
      throw new IllegalArgumentException(field + " is nested too deeply, or contains itself");
    ListValue.Builder list = ListValue.newBuilder();
    int end = path.length();
    for (Object element : elements) {
      path.append('[').append(list.getValuesCount()).append(']');
      list.addValues(value(element));
      path.setLength(end);
    }
    depth--;
    return list.build();
  }

  private double number(Number number) {
    double nearest = number.doubleValue();
    if (isExact(number, nearest)) return nearest;
    throw refusal("is " + number + ", which no double holds exactly; make it a string");
  }

  /** Of a number with a fraction, the nearest double is what is meant. */
  private static boolean isExact(Number number, double nearest) {
    // The nearest double may be 2^63, which no long is.
    if (number instanceof Long whole) return nearest < 0x1p63 && (long) nearest == whole;
    if (number instanceof BigInteger whole)
      return Double.isFinite(nearest) && new BigDecimal(nearest).toBigInteger().equals(whole);
    return true;
  }

  private static boolean isUnicode(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (!Character.isSurrogate(text.charAt(at))) continue;
      if (at + 1 == text.length()
          || !Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) return false;
      at++;
    }
    return true;
  }

  private IllegalArgumentException refusal(String problem) {
    return new IllegalArgumentException(path + " " + problem);
  }
}
