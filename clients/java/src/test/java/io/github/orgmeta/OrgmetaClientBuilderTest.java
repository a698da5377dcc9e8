package io.github.orgmeta;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrgmetaClientBuilderTest {
  @ParameterizedTest
  @ValueSource(strings = {"om_sk_secret\n", "om_sk_s\u00e9cret"})
  void aCredentialThatNoHeaderCanCarryIsRefusedWithoutBeingShown(String credential) {
    OrgmetaClient.Builder builder = OrgmetaClient.builder("127.0.0.1:1");
    String told =
        assertThrows(IllegalArgumentException.class, () -> builder.credential(credential))
            .getMessage();
    assertTrue(told.contains("header"), told);
    assertFalse(told.contains("om_sk"), told);
  }

  @Test
  void anEmptyCredentialIsRefusedForAVariableThatIsNotSet() {
    OrgmetaClient.Builder builder = OrgmetaClient.builder("127.0.0.1:1");
    String told =
        assertThrows(IllegalArgumentException.class, () -> builder.credential("")).getMessage();
    assertTrue(told.contains("leave it out to call anonymously"), told);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void aTimeoutThatIsNotMoreThan0IsRefused(int seconds) {
    Duration timeout = Duration.ofSeconds(seconds);
    OrgmetaClient.Builder builder = OrgmetaClient.builder("127.0.0.1:1");
    assertThrows(IllegalArgumentException.class, () -> builder.timeout(timeout));
    try (OrgmetaClient client = builder.build()) {
      assertThrows(IllegalArgumentException.class, () -> client.withTimeout(timeout));
    }
  }
}
