package org.janua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.janua.jpa.AuditQuery;
import org.janua.jpa.AuditRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That a changed configuration is noticed, by the names of its keys. */
@Tag("AU-02")
class ConfigurationWatchTest {

  private static final Map<String, String> FIRST =
      Map.of("auth.jwt_secret", "1", "auth.roles", "2", "proxy.auth_secret", "*3");

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void the_first_start_and_the_same_again_are_no_change() {
    start(FIRST);
    start(FIRST);

    assertThat(changes()).isEmpty();
  }

  @Test
  void what_is_set_otherwise_is_named_once() {
    start(FIRST);
    Map<String, String> next =
        Map.of("auth.jwt_secret", "1", "auth.enabled", "7", "proxy.auth_secret", "*4");
    start(next);
    start(next);

    assertThat(changes())
        .containsExactly("{\"keys\":[\"auth.enabled\",\"auth.roles\",\"proxy.auth_secret\"]}");
  }

  @Test
  void under_another_signing_secret_other_secrets_cannot_be_compared() {
    start(FIRST);
    start(Map.of("auth.jwt_secret", "9", "auth.roles", "2", "proxy.auth_secret", "*4"));

    assertThat(changes()).containsExactly("{\"keys\":[\"auth.jwt_secret\"]}");
  }

  private void start(Map<String, String> fingerprints) {
    new ConfigurationWatch(stage.database, stage.janua.audit(), new TreeMap<>(fingerprints)).run();
  }

  private List<String> changes() {
    AuditQuery query =
        new AuditQuery(
            Optional.empty(), Optional.of("config_changed"), Optional.empty(), Optional.empty());
    return stage.janua.auditLog().page(query, Optional.empty(), 10).stream()
        .map(AuditRow::details)
        .toList();
  }
}
