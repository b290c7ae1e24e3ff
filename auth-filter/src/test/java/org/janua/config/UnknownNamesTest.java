package org.janua.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownNamesTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "auth: {sesion_length: 60} | auth.sesion_length | auth.session_length",
        "auth: {session-length: 60} | auth.session-length | auth.session_length",
        "session_length: 60 | session_length | auth.session_length",
        "auth: {min_length: 12} | auth.min_length | auth.password.min_length",
        "auth: {csrf: {protect_application: true}} | auth.csrf | ",
        "auth: {password: {minlength: 12}} | auth.password.minlength | auth.password.min_length",
        "Auth: {} | Auth | ",
        "permission: {} | permission | permissions",
        "ldap: {bind_pw: x} | ldap.bind_pw | ",
        "'<<': {} | << | ",
      })
  void an_unknown_key_of_the_file_is_a_fault(String text, String key, String meant) {
    Fault fault = Start.in(directory).file(text).fault();

    assertThat(fault.key()).isEqualTo(key);
    assertThat(fault.problem())
        .startsWith("is not a setting (" + Start.fileIn(directory) + " line 1)");
    if (meant != null) {
      assertThat(fault.problem()).endsWith("; did you mean " + meant + "?");
    }
  }

  @Test
  void a_dotted_key_is_told_to_nest() {
    Fault fault = Start.in(directory).file("auth.session_length: 60").fault();

    assertThat(fault)
        .hasToString(
            "auth.session_length: is not nested ("
                + Start.fileIn(directory)
                + " line 1); for example: auth: {session_length: 86400}");
  }

  @ParameterizedTest
  @CsvSource({
    "AUTH_SESION_LENGTH, AUTH_SESSION_LENGTH",
    "AUTH_LDAP_URL, AUTH_LDAP_URI",
    "AUTH_JWT_SECRT_FILE, AUTH_JWT_SECRET_FILE",
    "PROXY_AUTH_SECRT, PROXY_AUTH_SECRET",
  })
  void a_misspelt_variable_is_a_fault(String name, String meant) {
    Fault fault = Start.in(directory).environment(name, "x").fault();

    assertThat(fault)
        .hasToString(
            name + ": is not a setting; did you mean " + meant + "?; for example: " + meant);
  }

  @Test
  void a_variable_like_nothing_we_know_is_a_fault_without_a_guess() {
    assertThat(Start.in(directory).environment("AUTH_X", "x").fault().problem())
        .isEqualTo("is not a setting");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PROXY_HOST",
        "PATH",
        "OAUTH_TOKEN",
        "AUTH_SERVICE_HOST",
        "AUTH_SERVICE_PORT_HTTP",
        "AUTH_PORT",
        "AUTH_PORT_8080_TCP",
        "AUTH_PORT_8080_TCP_ADDR",
        "AUTH_DB_SERVICE_PORT",
      })
  void a_variable_of_somebody_else_is_left_alone(String name) {
    assertThat(Start.in(directory).environment(name, "tcp://10.0.0.1:80").faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"auth.sesion_length", "auth.roles", "auth.ldap.url", "proxy.strickt"})
  void a_misspelt_property_is_a_fault(String name) {
    assertThat(Start.in(directory).property(name, "x").fault().key()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail.from", "ldap.uri", "proxy.port", "java.io.tmpdir", "oidc.issuer"})
  void a_property_of_somebody_else_is_left_alone(String name) {
    assertThat(Start.in(directory).property(name, "x").faults()).isEmpty();
  }
}
