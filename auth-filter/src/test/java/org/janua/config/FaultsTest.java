package org.janua.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
  @TempDir Path directory;

  @Test
  void all_faults_are_reported_together() {
    List<Fault> faults =
        Start.withoutSecretIn(directory)
            .environment("AUTH_JWT_SECRET", "short")
            .environment("AUTH_SESION_LENGTH", "60")
            .environment("AUTH_SESSION_LENGTH", "soon")
            .environment("AUTH_DATA_DIR", "/proc/none")
            .environment("AUTH_CONFIG_FILE", Start.fileIn(directory).toString())
            .property("auth.internal_ports", "0,8081,99999")
            .property("auth.kookie_name", "x")
            .file(
                """
                auth:
                  carrier: pigeon
                  cookie_name: a
                  cookie_name: b
                  unknown: 1
                permissions: {a: [b], c: [d]}
                ldap: {uri: ldap://localhost}
                """)
            .faults();

    assertThat(faults)
        .extracting(Fault::key)
        .containsExactlyInAnyOrder(
            Start.fileIn(directory).toString(),
            "AUTH_SESION_LENGTH",
            "auth.kookie_name",
            "auth.unknown",
            "ldap.uri",
            "auth.carrier",
            "auth.session_length",
            "auth.internal_ports",
            "auth.internal_ports",
            "permissions.a",
            "permissions.c",
            "auth.data_dir",
            "auth.jwt_secret");
  }

  @Test
  void a_fault_is_one_line_that_names_key_problem_place_and_example() {
    Fault fault = Start.in(directory).file("auth:\n  session_length: soon\n").fault();

    assertThat(fault)
        .hasToString(
            "auth.session_length: \"soon\" is not a whole number (%s line 2); for example: 86400"
                .formatted(Start.fileIn(directory)));
  }

  @Test
  void a_value_cannot_forge_a_second_line() {
    Fault fault = Start.in(directory).environment("AUTH_CARRIER", "x\r\n\u2028SEVERE y").fault();

    assertThat(fault.toString()).contains("x???SEVERE y").hasLineCount(1);
  }

  @Test
  void a_long_value_is_cut() {
    Fault fault = Start.in(directory).environment("AUTH_CARRIER", "x".repeat(10_000)).fault();

    assertThat(fault.toString()).hasSizeLessThan(200);
  }

  @Test
  void a_time_that_is_wrong_by_itself_contradicts_nothing() {
    List<Fault> faults =
        Start.in(directory)
            .environment("AUTH_SESSION_LENGTH", "30")
            .environment("AUTH_REFRESH_TIME", "90000")
            .faults();

    assertThat(faults).extracting(Fault::key).containsExactly("auth.session_length");
  }

  @Test
  @Tag("JW-08")
  void a_secret_is_in_no_fault_and_no_text_form() {
    List<Fault> faults =
        Start.withoutSecretIn(directory)
            .environment("AUTH_JWT_SECRET", "hunter2")
            .environment("AUTH_DATABASE", "oracle:hunter2")
            .environment("AUTH_BASE_URL", "https://user:hunter2@example.org")
            .environment("AUTH_LDAP_BIND_PASSWORD", "hunter2")
            .environment("AUTH_OIDC_CLIENT_SECRET", "hunter2")
            .environment("AUTH_SECRET", "hunter2")
            .property("proxy.auth_secret", "hunter2")
            .file("ldap:\n  bind_password: 'hunter2\n")
            .faults();

    assertThat(faults).hasSize(8);
    assertThat(faults.toString()).doesNotContain("hunter2");
    assertThat(new Value.Scalar("hunter2", "x").toString()).doesNotContain("hunter2");
    assertThat(Start.in(directory.resolve("right")).settings().toString())
        .doesNotContain(Start.SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://janua:hunter2@db/x",
        "jdbc:postgresql://janua:pa/hunter2@db/x",
        "jdbc:postgresql://janua:pa?hunter2@db/x",
        "jdbc:postgresql://janua:pa@hunter2@db/x",
        "jdbc:postgresql://db/x?user=janua&password=hunter2",
        "jdbc:postgresql://db/x?user=janua&password=a@hunter2",
        "jdbc:postgresql://db/x?user=janua&password=a\nhunter2",
        "jdbc:h2:file:/data/auth;USER=janua;PASSWORD=hunter2",
      })
  void a_database_prints_without_its_credentials(String url) {
    assertThat(Database.of(url).toString())
        .doesNotContain("hunter2")
        .doesNotContain("janua")
        .startsWith(url.substring(0, "jdbc:h2:".length()));
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db:5433/x?ssl=true, jdbc:postgresql://db:5433/x",
    "jdbc:h2:file:/data/auth;MODE=STRICT, jdbc:h2:file:/data/auth",
    "java:app/jdbc/auth, java:app/jdbc/auth",
  })
  void a_database_prints_its_place(String text, String shown) {
    assertThat(Database.of(text)).hasToString(shown);
  }
}
