package io.github.orgmeta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class ModifierTest {
  @Test
  void aFunctionThatForgetsToReturnIsToldSo() {
    Modifier<String, String> modifier =
        new Modifier<>(
            () -> "record", found -> found, () -> "", found -> "1-1", (changed, options) -> fail());
    NullPointerException told =
        assertThrows(NullPointerException.class, () -> modifier.modify(documents -> null));
    assertEquals("the function returned null; it has to return the documents", told.getMessage());
  }
}
