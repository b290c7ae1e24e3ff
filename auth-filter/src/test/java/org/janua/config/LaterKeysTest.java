package org.janua.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaterKeysTest {
  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("lines")
  void a_feature_that_is_not_there_is_refused_by_name(Key<?> key) {
    Fault fault = Start.in(directory).environment(key.environment(), asking(key)).fault();

    assertThat(fault.key()).isEqualTo(key.name());
    assertThat(fault.problem())
        .isEqualTo("is not available in this version yet (" + key.environment() + ")");
  }

  @ParameterizedTest
  @MethodSource("lines")
  void a_value_that_leaves_the_feature_off_is_accepted(Key<?> key) {
    assertThat(Start.in(directory).environment(key.environment(), "").faults()).isEmpty();
    assertThat(Start.in(directory).environment(key.environment(), "off").faults()).isEmpty();
    assertThat(Start.in(directory).environment(key.environment(), "false").faults()).isEmpty();
  }

  static Stream<Key<?>> lines() {
    return LaterKeys.ALL.stream().filter(Key::isLine);
  }

  private static String asking(Key<?> key) {
    return key.kind().type().equals("true or false") ? "true" : "1";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ldap: {group_map: {a: b}}",
        "oidc: [{id: keycloak, issuer: https://id.example.org}]",
      })
  void the_file_cannot_ask_for_it_either(String text) {
    assertThat(Start.in(directory).file(text).fault().problem())
        .isEqualTo("is not available in this version yet (" + Start.fileIn(directory) + " line 1)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resources: {board: {levels: [view], create: , override: {}, public: false}}",
        "auth: {roles: {}, trusted_proxies: []}",
        "proxy: {strict: false, auth_secret: , header_map: {role_map: {}}}",
        "{ldap: off, oidc: [], resources: {}}",
      })
  void the_file_may_say_that_it_is_off(String text) {
    assertThat(Start.in(directory).file(text).faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ldap: {start_tls: maybe} | ldap.start_tls | is neither true nor false",
        "oidc: {issuer: x} | oidc | where a list belongs",
        "ldap: {bind_password: [a]} | ldap.bind_password | where a single value belongs",
        "ldap: 25 | ldap | where a map belongs",
      })
  void its_type_is_checked_all_the_same(String text, String key, String problem) {
    Fault fault = Start.in(directory).file(text).fault();

    assertThat(fault.key()).isEqualTo(key);
    assertThat(fault.problem()).contains(problem);
  }
}
