package org.janua.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @TempDir Path directory;

  @Test
  void nothing_said_gives_the_defaults() {
    Settings settings = Start.in(directory).settings();

    assertThat(settings.carrier()).isEqualTo(Carrier.CONTAINER);
    assertThat(settings.cookie()).isEqualTo(new Cookie("auth_token", Cookie.Secure.AUTO));
    assertThat(settings.session()).isEqualTo(times(86_400, 1_800, 604_800, 2_592_000));
    assertThat(settings.passwords())
        .isEqualTo(new Passwords(12, false, Passwords.Algorithm.PBKDF2_SHA256, 600_000, false));
    assertThat(settings.throttling())
        .isEqualTo(
            new Throttling(
                List.of(Limit.of(20, Duration.ofMinutes(1)), Limit.of(200, Duration.ofHours(1))),
                List.of(new Limit(10, Duration.ofMinutes(15), Duration.ofMinutes(15)))));
    assertThat(settings.ingress().internalPorts()).isEmpty();
    assertThat(settings.database().reveal())
        .isEqualTo("jdbc:h2:file:" + directory.resolve("data/auth"));
    assertThat(settings.ingress().baseUrl()).isEmpty();
    assertThat(settings.protectApplication()).isTrue();
    assertThat(settings.dataDirectory()).isEqualTo(directory.resolve("data"));
    assertThat(settings.secret().reveal()).isEqualTo(Start.SECRET);
    assertThat(settings.permissions()).isEmpty();
    assertThat(settings.roles().custom()).isEmpty();
    assertThat(settings.roles().types())
        .containsExactly(new ResourceType("camera", List.of("view"), true));
    assertThat(settings.ingress().trustedProxies().trust("127.0.0.1")).isFalse();
    assertThat(settings.signIn()).isEqualTo(SignInWays.OWN);
    assertThat(settings.audit().retention()).isEqualTo(Duration.ofDays(365));
    assertThat(settings.mail()).isEmpty();
    assertThat(Start.in(directory).warnings()).isEmpty();
  }

  @Test
  void a_file_sets_every_key_that_is_live() {
    Settings settings =
        Start.in(directory)
            .file(
                """
                auth:
                  enabled: true
                  providers: [credentials]
                  carrier: filter
                  cookie_name: door
                  cookie_secure: true
                  session_length: 7200
                  refresh_time: 600
                  remember_length: 10000
                  max_session_length: 20000
                  reset_admin_password: true
                  password: {min_length: 15, rules: mixed, algorithm: bcrypt, hash_iterations: 700000}
                  failed_login_rate_limit: 1/second;5/minute
                  lockout: {failures: 5, window: 60, duration: 30}
                  internal_ports: [8081, 9090]
                  database: java:comp/DefaultDataSource
                  base_url: https://apps.example.org/shop/
                  role_resource_type: door
                  roles:
                    operator: [front, back]
                    guard: "*"
                    clerk: {board: [news], door: ["*"]}
                resources:
                  board:
                    levels: [view, modify]
                    override: {modify: board-all}
                    create: board-create
                    public: true
                  camera: {levels: [view], read_by_viewer: true}
                csrf: {protect_application: true}
                permissions:
                  board-create:
                  board-all:
                audit: {retention_days: 30}
                """)
            .settings();

    assertThat(settings.carrier()).isEqualTo(Carrier.FILTER);
    assertThat(settings.cookie()).isEqualTo(new Cookie("door", Cookie.Secure.ALWAYS));
    assertThat(settings.session()).isEqualTo(times(7_200, 600, 10_000, 20_000));
    assertThat(settings.passwords())
        .isEqualTo(new Passwords(15, true, Passwords.Algorithm.BCRYPT, 700_000, true));
    assertThat(settings.throttling().address())
        .containsExactly(Limit.of(1, Duration.ofSeconds(1)), Limit.of(5, Duration.ofMinutes(1)));
    assertThat(settings.throttling().account())
        .containsExactly(new Limit(5, Duration.ofMinutes(1), Duration.ofSeconds(30)));
    assertThat(settings.ingress().internalPorts()).containsExactlyInAnyOrder(8081, 9090);
    assertThat(settings.database().reveal()).isEqualTo("java:comp/DefaultDataSource");
    assertThat(settings.ingress().baseUrl()).contains(URI.create("https://apps.example.org/shop"));
    assertThat(settings.permissions()).containsOnlyKeys("board-create", "board-all");
    assertThat(settings.audit().retention()).isEqualTo(Duration.ofDays(30));
    assertThat(settings.roles().custom())
        .containsExactly(
            new CustomRole("operator", Map.of("door", Set.of("front", "back"))),
            new CustomRole("guard", Map.of("door", Set.of("*"))),
            new CustomRole("clerk", Map.of("board", Set.of("news"), "door", Set.of("*"))));
    assertThat(settings.roles().types())
        .containsExactly(
            new ResourceType(
                "board",
                List.of("view", "modify"),
                false,
                Map.of("modify", "board-all"),
                Optional.of("board-create"),
                true),
            new ResourceType("camera", List.of("view"), true),
            new ResourceType("door", List.of("view"), true));
  }

  @Test
  void a_section_may_be_left_empty() {
    Settings settings = Start.in(directory).file("auth:\npermissions: ~\nldap: null\n").settings();

    assertThat(settings.cookie().name()).isEqualTo("auth_token");
  }

  @Test
  void the_carrier_alone_is_known_and_nothing_changes_on_the_disk() {
    String place = directory.resolve("data").toString();
    Sources sources =
        new Sources(
            Map.of("AUTH_CARRIER", "filter", "AUTH_DATA_DIR", place),
            Map.of(),
            name -> Optional.empty(),
            path -> null);

    assertThat(Configuration.carrier(sources)).isEqualTo(Carrier.FILTER);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void everything_that_is_wrong_with_roles_is_said_together() {
    assertThat(
            Start.in(directory)
                .file("auth: {roles: {admin: [], a-b: {door: [c]}}}\nresources: {d: {levels: [v]}}")
                .faults())
        .extracting(Fault::key)
        .containsExactly(
            "auth.roles.admin", "auth.roles.a-b", "auth.roles.admin", "auth.roles.a-b");
  }

  @Test
  void a_fault_in_the_types_is_not_told_again_for_every_role_that_names_one() {
    assertThat(
            Start.in(directory)
                .file("auth: {roles: {a: {door: [c]}}}\nresources: {door: {levels: []}}")
                .fault()
                .key())
        .isEqualTo("resources.door.levels");
  }

  @Test
  void everything_that_is_wrong_with_a_type_is_said_together() {
    assertThat(
            Start.in(directory)
                .file(
                    """
                    permissions: {a: []}
                    resources:
                      board: {levels: [view], override: {edit: a, full: b}}
                      door: {levels: [open], override: {open: b}, create: c}
                      gate: {levels: [open], override: {open: a}, create: A}
                    """)
                .faults())
        .extracting(Fault::key)
        .containsExactlyInAnyOrder(
            "resources.board.override.edit",
            "resources.board.override.full",
            "resources.board.override.full",
            "resources.door.override.open",
            "resources.door.create",
            "resources.gate.create");
  }

  @Test
  void a_fault_in_the_keys_is_not_told_again_for_every_type_that_names_one() {
    assertThat(
            Start.in(directory)
                .file("permissions: [a]\nresources: {door: {levels: [open], create: a}}")
                .fault()
                .key())
        .isEqualTo("permissions");
  }

  @Test
  void numbers_may_be_quoted() {
    Settings settings = Start.in(directory).file("auth: {session_length: '7200'}").settings();

    assertThat(settings.session().length()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void zero_session_length_means_sign_in_every_time() {
    Settings settings = Start.in(directory).environment("AUTH_SESSION_LENGTH", "0").settings();

    assertThat(settings.session().length()).isZero();
    assertThat(settings.session().refresh()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "auth.session_length, 600, 600, 300, 604800, 2592000",
    "auth.session_length, 61, 61, 30, 604800, 2592000",
    "auth.session_length, 1209600, 1209600, 1800, 1209600, 2592000",
    "auth.max_session_length, 3600, 3600, 1800, 3600, 3600",
    "auth.max_session_length, 90000, 86400, 1800, 90000, 90000",
  })
  void defaults_bow_to_the_time_that_is_set(
      String key, String value, int length, int refresh, int remember, int max) {
    Settings settings = Start.in(directory).property(key, value).settings();

    assertThat(settings.session()).isEqualTo(times(length, refresh, remember, max));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:mem:test",
        "jdbc:postgresql://localhost/janua",
        "java:app/jdbc/auth",
        "jdbc/auth"
      })
  void a_database_is_a_url_or_a_jndi_name(String text) {
    Settings settings = Start.in(directory).environment("AUTH_DATABASE", text).settings();

    assertThat(settings.database().reveal()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AUTH_PASSWORD_HASH_ITERATIONS | 599999 | auth.password.hash_iterations is 599999",
        "AUTH_COOKIE_SECURE | false | auth.cookie_secure is false",
        "AUTH_FAILED_LOGIN_RATE_LIMIT | Off | auth.failed_login_rate_limit is off",
        "AUTH_LOCKOUT_FAILURES | 0 | auth.lockout.failures is 0",
        "AUTH_LOCKOUT_FAILURES | 101 | auth.lockout.failures is 101",
        "AUTH_CSRF_PROTECT_APPLICATION | false | csrf.protect_application is false",
        "AUTH_REMEMBER_LENGTH | 3600 | auth.remember_length is shorter than auth.session_length",
      })
  void a_weak_value_is_allowed_with_a_warning(String name, String value, String warning) {
    assertThat(Start.in(directory).environment(name, value).warnings())
        .singleElement()
        .asString()
        .startsWith(warning);
  }

  private static SessionLimits times(int length, int refresh, int remember, int max) {
    return new SessionLimits(
        Duration.ofSeconds(length),
        Duration.ofSeconds(refresh),
        Duration.ofSeconds(remember),
        Duration.ofSeconds(max),
        200);
  }
}
