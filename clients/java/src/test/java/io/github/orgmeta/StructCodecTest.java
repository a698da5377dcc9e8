package io.github.orgmeta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.Struct;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StructCodecTest {
  @Test
  void aDocumentComesBackAsItWentIn() {
    Map<String, Object> document =
        new HashMap<>(Map.of("text", "Zoë 🎉", "yes", true, "number", 0.1, "", "empty key"));
    document.put("nothing", null);
    document.put("list", Arrays.asList("a", null, List.of(Map.of())));
    document.put("object", Map.of("a.b", Map.of("$set", false)));
    assertEquals(document, StructCodec.read(write(document)));
  }

  @Test
  void everyNumberComesBackAsADouble() {
    Map<String, Object> read = StructCodec.read(write(Map.of("int", 5, "long", 1L << 60)));
    assertEquals(Map.of("int", 5.0, "long", (double) (1L << 60)), read);
  }

  @Test
  void aNumberThatJsonCannotSayIsLeftToTheService() {
    assertTrue(write(Map.of("n", Double.NaN)).getFieldsOrThrow("n").hasNumberValue());
  }

  @Test
  void whatWasReadMayBeChanged() {
    Map<String, Object> read = StructCodec.read(write(Map.of("list", List.of())));
    read.put("more", 1);
    assertEquals(Set.of("list", "more"), read.keySet());
  }

  @Test
  void aWholeNumberThatADoubleHoldsIsSent() {
    BigInteger large = BigInteger.TWO.pow(100);
    assertEquals(Map.of("n", large.doubleValue()), StructCodec.read(write(Map.of("n", large))));
    assertEquals(Map.of("n", -0x1p63), StructCodec.read(write(Map.of("n", Long.MIN_VALUE))));
  }

  static Stream<Arguments> whatCannotBeSent() {
    Map<String, Object> circle = new HashMap<>();
    circle.put("again", List.of(circle));
    return Stream.of(
        arguments(Map.of("time", Instant.EPOCH), "public_metadata.time is a java.time.Instant, "),
        arguments(
            Map.of("a", List.of(0, Map.of("b", new Object[0]))),
            "public_metadata.a[1].b is a [Ljava.lang.Object;, "),
        arguments(
            Map.of("object", Map.of(1, "one")),
            "public_metadata.object has the key 1, which is no string"),
        arguments(Map.of("text", "half \ud83c"), "public_metadata.text has half a surrogate pair"),
        arguments(
            Map.of("\udf89", "half a key"), "public_metadata has a key with half a surrogate pair"),
        arguments(
            Map.of("id", (1L << 53) + 1),
            "public_metadata.id is 9007199254740993, which no double"),
        arguments(Map.of("id", Long.MAX_VALUE), "public_metadata.id is 9223372036854775807, which"),
        arguments(
            Map.of("id", BigInteger.TWO.pow(100).add(BigInteger.ONE)),
            "public_metadata.id is 1267650600228229401496703205377, which no double"),
        arguments(circle, "public_metadata is nested too deeply, or contains itself"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("whatCannotBeSent")
  void whatCannotBeSentAsItIsIsRefusedWithItsPlace(Map<?, ?> document, String message) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> write(document));
    assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
  }

  private static Struct write(Map<?, ?> document) {
    return StructCodec.write("public_metadata", document);
  }
}
