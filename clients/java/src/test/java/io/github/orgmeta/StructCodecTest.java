package io.github.orgmeta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StructCodecTest {
  @Test
  void aDocumentComesBackAsItWentIn() {
    Map<String, Object> document =
        new HashMap<>(Map.of("text", "Zoë 🎉", "yes", true, "number", 0.1, "", "empty key"));
    document.put("nothing", null);
    document.put("list", Arrays.asList("a", null, List.of(Map.of())));
    document.put("object", Map.of("a.b", Map.of("$set", false)));
    assertEquals(document, StructCodec.read(StructCodec.write(document)));
  }

  @Test
  void everyNumberComesBackAsADouble() {
    Map<String, Object> read =
        StructCodec.read(StructCodec.write(Map.of("int", 5, "long", 1L << 60)));
    assertEquals(Map.of("int", 5.0, "long", (double) (1L << 60)), read);
  }

  @Test
  void aNumberThatJsonCannotSayIsLeftToTheService() {
    assertTrue(StructCodec.write(Map.of("n", Double.NaN)).getFieldsOrThrow("n").hasNumberValue());
  }

  @Test
  void whatWasReadMayBeChanged() {
    Map<String, Object> read = StructCodec.read(StructCodec.write(Map.of("list", List.of())));
    read.put("more", 1);
    assertEquals(Set.of("list", "more"), read.keySet());
  }

  @Test
  void whatCannotBeSentAsItIsIsRefused() {
    Instant time = Instant.EPOCH;
    assertThrows(IllegalArgumentException.class, () -> StructCodec.write(Map.of("time", time)));
    assertThrows(
        IllegalArgumentException.class,
        () -> StructCodec.write(Map.of("object", Map.of(1, "one"))));
    assertThrows(
        IllegalArgumentException.class, () -> StructCodec.write(Map.of("text", "half \ud83c")));
    assertThrows(
        IllegalArgumentException.class, () -> StructCodec.write(Map.of("\udf89", "half a key")));
  }
}
