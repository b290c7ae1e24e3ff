package org.janua.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WrongValueTest {
  private static final String ROLE_MAP = "proxy.header_map.role_map";

  /** Where it is set, the value, the key of the fault, part of the problem. */
  private static final String[][] CASES = {
    {"AUTH_DATA_DIR", "", "auth.data_dir", "is empty"},
    {"AUTH_DATA_DIR", "a;INIT=x", "auth.data_dir", "semicolon"},
    {"AUTH_DATA_DIR", "a\0b", "auth.data_dir", "is not a path"},
    {"AUTH_CONFIG_FILE", "a\0b", "auth.config_file", "is not a path"},
    {"file", "auth: {data_dir: /x}", "auth.data_dir", "cannot be set in the file"},
    {"file", "auth: {config_file: /x}", "auth.config_file", "cannot be set in the file"},
    {"AUTH_ENABLED", "yes", "auth.enabled", "is neither true nor false"},
    {"AUTH_PROVIDERS", "credentials,ldap", "auth.providers", "not available in this version yet"},
    {"AUTH_PROVIDERS", "credential", "auth.providers", "is not one of: credentials, proxy"},
    {"AUTH_PROVIDERS", "", "auth.providers", "nobody could sign in"},
    {"file", "auth: {providers: credentials}", "auth.providers", "where a list belongs"},
    {"file", "auth: {providers: [[credentials]]}", "auth.providers", "where a single value"},
    {"AUTH_CARRIER", "mechanism", "auth.carrier", "is not one of: container, filter"},
    {"AUTH_COOKIE_NAME", "a b", "auth.cookie_name", "is not a cookie name"},
    {"AUTH_COOKIE_NAME", "a;b", "auth.cookie_name", "is not a cookie name"},
    {"AUTH_COOKIE_NAME", "café", "auth.cookie_name", "is not a cookie name"},
    {"AUTH_COOKIE_NAME", "", "auth.cookie_name", "is empty"},
    {"AUTH_COOKIE_NAME", "x".repeat(65), "auth.cookie_name", "is not a cookie name"},
    {"AUTH_COOKIE_NAME", "__Host-auth", "auth.cookie_name", "reserved prefix"},
    {"AUTH_COOKIE_NAME", "__secure-auth", "auth.cookie_name", "reserved prefix"},
    {"AUTH_COOKIE_NAME", "$Version", "auth.cookie_name", "reserved prefix"},
    {"AUTH_COOKIE_NAME", "JSESSIONID", "auth.cookie_name", "server's own session"},
    {"file", "auth: {cookie_name: {a: b}}", "auth.cookie_name", "where a single value belongs"},
    {"AUTH_COOKIE_SECURE", "maybe", "auth.cookie_secure", "is not one of: auto, true, false"},
    {"AUTH_SECURE_COOKIES", "1", "auth.cookie_secure", "is not one of: auto, true, false"},
    {"AUTH_SESSION_LENGTH", "1", "auth.session_length", "out of range: 0, or 60 to"},
    {"AUTH_SESSION_LENGTH", "59", "auth.session_length", "out of range"},
    {"AUTH_SESSION_LENGTH", "-60", "auth.session_length", "out of range"},
    {"AUTH_SESSION_LENGTH", "1e3", "auth.session_length", "is not a whole number"},
    {"AUTH_SESSION_LENGTH", "7d", "auth.session_length", "is not a whole number"},
    {"AUTH_SESSION_LENGTH", "9".repeat(30), "auth.session_length", "is not a whole number"},
    {"AUTH_SESSION_LENGTH", "9".repeat(18), "auth.session_length", "out of range"},
    {"AUTH_SESSION_LENGTH", "", "auth.session_length", "is empty"},
    {"AUTH_SESSION_EXPIRY_TIME", "7w", "auth.session_length", "is not a whole number"},
    {"AUTH_SESSION_EXPIRY_TIME", "30s", "auth.session_length", "out of range"},
    {"file", "auth: {session_length: 1.5}", "auth.session_length", "is not a whole number"},
    {"file", "auth: {session_length: [60]}", "auth.session_length", "a list is found"},
    {"file", "auth: {session_length: {s: 60}}", "auth.session_length", "a map is found"},
    {"AUTH_REFRESH_TIME", "-1", "auth.refresh_time", "out of range"},
    {"AUTH_REFRESH_TIME", "86400", "auth.refresh_time", "not shorter than auth.session_length"},
    {"AUTH_REMEMBER_LENGTH", "0", "auth.remember_length", "out of range"},
    {"AUTH_REMEMBER_LENGTH", "2592001", "auth.remember_length", "longer than auth.max_session"},
    {"AUTH_MAX_SESSION_LENGTH", "long", "auth.max_session_length", "is not a whole number"},
    {"AUTH_SESSION_LENGTH", "2592001", "auth.max_session_length", "shorter than auth.session"},
    {"AUTH_SESSIONS_PER_USER", "0", "auth.sessions_per_user", "out of range: 1 to 1000"},
    {"AUTH_SESSIONS_PER_USER", "1001", "auth.sessions_per_user", "out of range: 1 to 1000"},
    {"AUTH_SESSIONS_PER_USER", "many", "auth.sessions_per_user", "is not a whole number"},
    {"AUTH_PASSWORD_MIN_LENGTH", "7", "auth.password.min_length", "out of range: 8 to 128"},
    {"AUTH_PASSWORD_MIN_LENGTH", "129", "auth.password.min_length", "out of range: 8 to 128"},
    {"AUTH_PASSWORD_RULES", "strong", "auth.password.rules", "is not one of: length, mixed"},
    {"AUTH_PASSWORD_RULES", "", "auth.password.rules", "is empty"},
    {"AUTH_PASSWORD_ALGORITHM", "argon2", "auth.password.algorithm", "bcrypt, argon2id"},
    {"AUTH_PASSWORD_ALGORITHM", "scrypt", "auth.password.algorithm", "bcrypt, argon2id"},
    {"AUTH_PASSWORD_ALGORITHM", "md5", "auth.password.algorithm", "is not one of: pbkdf2_sha256"},
    {"AUTH_PASSWORD_HASH_ITERATIONS", "999", "auth.password.hash_iterations", "out of range"},
    {"AUTH_PASSWORD_HASH_ITERATIONS", "5000001", "auth.password.hash_iterations", "out of range"},
    {"AUTH_RESET_ADMIN_PASSWORD", "yes", "auth.reset_admin_password", "neither true nor false"},
    {"file", "auth: {reset_admin_password: 1}", "auth.reset_admin_password", "neither true nor"},
    {"file", "auth: {password: strong}", "auth.password", "where a map belongs"},
    {"AUTH_FAILED_LOGIN_RATE_LIMIT", "", "auth.failed_login_rate_limit", "is empty"},
    {"AUTH_FAILED_LOGIN_RATE_LIMIT", "5/minut", "auth.failed_login_rate_limit", "'5/minut'"},
    {"AUTH_FAILED_LOGIN_RATE_LIMIT", "5", "auth.failed_login_rate_limit", "'5' that is no limit"},
    {"AUTH_FAILED_LOGIN_RATE_LIMIT", "false", "auth.failed_login_rate_limit", "'false'"},
    {"AUTH_FAILED_LOGIN_RATE_LIMIT", "5/hour;", "auth.failed_login_rate_limit", "''"},
    {"AUTH_FAILED_LOGIN_RATE_LIMIT", "1/day,off", "auth.failed_login_rate_limit", "'off'"},
    {"AUTH_FAILED_LOGIN_RATE_LIMIT", "0/hour", "auth.failed_login_rate_limit", "out of range"},
    {"AUTH_FAILED_LOGIN_RATE_LIMIT", "1 per 11 years", "auth.failed_login_rate_limit", "range"},
    {"file", "auth: {failed_login_rate_limit: [5/hour]}", "auth.failed_login_rate_limit", "single"},
    {"AUTH_LOCKOUT_FAILURES", "-1", "auth.lockout.failures", "out of range: 0 to 1000000"},
    {"AUTH_LOCKOUT_FAILURES", "off", "auth.lockout.failures", "is not a whole number"},
    {"file", "auth: {lockout: off}", "auth.lockout", "where a map belongs"},
    {"AUTH_LOCKOUT_WINDOW", "0", "auth.lockout.window", "out of range: 1 to 2592000"},
    {"AUTH_LOCKOUT_DURATION", "86401", "auth.lockout.duration", "out of range: 1 to 86400"},
    {"AUTH_AUDIT_RETENTION_DAYS", "0", "audit.retention_days", "out of range: 1 to 36500"},
    {"AUTH_AUDIT_RETENTION_DAYS", "36501", "audit.retention_days", "out of range: 1 to 36500"},
    {"file", "audit: {retention_days: many}", "audit.retention_days", "is not a whole number"},
    {"file", "audit: false", "audit", "where a map belongs"},
    {"AUTH_INTERNAL_PORTS", "0", "auth.internal_ports", "out of range: 1 to 65535"},
    {"AUTH_INTERNAL_PORTS", "8081,65536", "auth.internal_ports", "out of range: 1 to 65535"},
    {"file", "auth: {internal_ports: 8081}", "auth.internal_ports", "where a list belongs"},
    {"AUTH_TRUSTED_PROXIES", "10.0.0.0/33", "auth.trusted_proxies", "is not a network"},
    {"AUTH_TRUSTED_PROXIES", "10.0.0.1/8", "auth.trusted_proxies", "is not a network"},
    {"AUTH_TRUSTED_PROXIES", "::1,proxy.example", "auth.trusted_proxies", "is not a network"},
    {"AUTH_TRUSTED_PROXIES", "*", "auth.trusted_proxies", "is not a network"},
    {"file", "auth: {trusted_proxies: ['']}", "auth.trusted_proxies", "is empty"},
    {"file", "auth: {trusted_proxies: 10.0.0.1}", "auth.trusted_proxies", "where a list belongs"},
    {"PROXY_AUTH_SECRET", "x".repeat(31), "proxy.auth_secret", "is shorter than 32 characters"},
    {"PROXY_AUTH_SECRET", " ".repeat(32), "proxy.auth_secret", "is blank"},
    {"PROXY_AUTH_SECRET", "${" + "X".repeat(32) + "}", "proxy.auth_secret", "not filled in"},
    {"PROXY_AUTH_SECRET", "ä".repeat(32), "proxy.auth_secret", "do not travel in a header"},
    {"PROXY_HEADER_MAP_USER", "", "proxy.header_map.user", "is empty"},
    {"PROXY_HEADER_MAP_USER", "x user", "proxy.header_map.user", "is not the name of a header"},
    {"PROXY_HEADER_MAP_USER", "Cookie", "proxy.header_map.user", "meaning of its own"},
    {"PROXY_HEADER_MAP_ROLE", "a:b", "proxy.header_map.role", "is not the name of a header"},
    {"file", "proxy: {header_map: {role_map: {a: b}}}", ROLE_MAP + ".a", "where a list belongs"},
    {"file", "proxy: {header_map: {role_map: [a]}}", ROLE_MAP, "where a map belongs"},
    {"PROXY_SEPARATOR", "", "proxy.separator", "is empty"},
    {"PROXY_SEPARATOR", ", ", "proxy.separator", "is not exactly one character"},
    {"PROXY_SEPARATOR", "\t", "proxy.separator", "is a control character"},
    {"PROXY_DEFAULT_ROLE", "", "proxy.default_role", "is empty"},
    {"PROXY_DEFAULT_USER", "a,b", "proxy.default_user", "is not a user name"},
    {"PROXY_DEFAULT_USER", "x".repeat(256), "proxy.default_user", "is not a user name"},
    {"PROXY_STRICT", "yes", "proxy.strict", "neither true nor false"},
    {"PROXY_LOGOUT_URL", "/logout", "proxy.logout_url", "is not an http or https address"},
    {"PROXY_LOGOUT_URL", "javascript:a", "proxy.logout_url", "is not an http or https address"},
    {"PROXY_TRUSTED_HEADERS", "x-user,x user", "proxy.trusted_headers", "is not the name of"},
    {"PROXY_TRUSTED_HEADERS", "Authorization", "proxy.trusted_headers", "meaning of its own"},
    {"AUTH_MAIL_SESSION", "mail auth", "mail.session", "is not the JNDI name"},
    {"AUTH_MAIL_SESSION", "ldap://evil.example/x", "mail.session", "is not the JNDI name"},
    {"AUTH_MAIL_FROM", "nobody", "mail.from", "is not an e-mail address"},
    {"AUTH_MAIL_FROM", "a@b.example, c@d.example", "mail.from", "is not an e-mail address"},
    {"AUTH_MAIL_FROM", "a@b.example\r\nBcc: c@d.example", "mail.from", "is not an e-mail"},
    {"AUTH_MAIL_FROM", "Shop\n <a@b.example>", "mail.from", "is not an e-mail address"},
    {"AUTH_MAIL_FROM", "a".repeat(250) + "@b.example", "mail.from", "is not an e-mail address"},
    {"AUTH_MAIL_SMTP_HOST", "smtp://mail.example", "mail.smtp_host", "is not the name or address"},
    {"AUTH_MAIL_SMTP_HOST", "mail.example:587", "mail.smtp_host", "is not the name or address"},
    {"AUTH_MAIL_SMTP_PORT", "0", "mail.smtp_port", "out of range: 1 to 65535"},
    {"AUTH_MAIL_SMTP_PORT", "smtp", "mail.smtp_port", "is not a whole number"},
    {"AUTH_MAIL_SMTP_SECURITY", "ssl", "mail.smtp_security", "is not one of: starttls, tls, none"},
    {"file", "mail: {smtp_user: [a]}", "mail.smtp_user", "where a single value belongs"},
    {"file", "mail: {smtp_password: {a: b}}", "mail.smtp_password", "where a single value"},
    {"file", "mail: off", "mail", "where a map belongs"},
    {"AUTH_JWT_SECRET", "", "auth.jwt_secret", "is empty"},
    {"AUTH_JWT_SECRET", "secret", "auth.jwt_secret", "is shorter than 64 characters"},
    {"AUTH_DATABASE", "", "auth.database", "is empty"},
    {"AUTH_DATABASE", "localhost", "auth.database", "is neither a JDBC URL nor a JNDI name"},
    {"AUTH_DATABASE", "jdbc:mariadb://localhost/x", "auth.database", "not available in this"},
    {"AUTH_DATABASE", "jdbc:oracle:thin:@x", "auth.database", "is not supported"},
    {"AUTH_BASE_URL", "apps.example.org", "auth.base_url", "is not an http or https address"},
    {"AUTH_BASE_URL", "ftp://apps.example.org", "auth.base_url", "is not an http or https"},
    {"AUTH_BASE_URL", "https://a:b@example.org", "auth.base_url", "is not an http or https"},
    {"AUTH_BASE_URL", "https://example.org/?a", "auth.base_url", "is not an http or https"},
    {"AUTH_BASE_URL", "https:// example.org", "auth.base_url", "is not an http or https"},
    {"AUTH_CSRF_PROTECT_APPLICATION", "on", "csrf.protect_application", "neither true nor false"},
    {"file", "csrf: off", "csrf", "where a map belongs"},
    {"file", "permissions: [a]", "permissions", "where a map belongs"},
    {"file", "permissions: {a: b}", "permissions.a", "where a list belongs"},
    {"file", "permissions: {a: [b]}", "permissions.a", "implies b, which is not declared"},
    {"file", "permissions: {a: [a]}", "permissions.a", "implies itself"},
    {"file", "permissions: {'a b': []}", "permissions.a b", "is not a permission key"},
    {"file", "permissions: {'*': []}", "permissions.*", "is not a permission key"},
    {"file", "auth: {roles: [a]}", "auth.roles", "where a map belongs"},
    {"file", "auth: {roles: {a: b}}", "auth.roles.a", "where a list belongs"},
    {"file", "auth: {roles: {a: }}", "auth.roles.a", "must not be empty"},
    {"file", "auth: {roles: {a: []}}", "auth.roles.a", "must not be empty; \"*\" says everything"},
    {"file", "auth: {roles: {a: {}}}", "auth.roles.a", "must not be empty"},
    {"file", "auth: {roles: {a: {camera: }}}", "auth.roles.a.camera", "must not be empty"},
    {"file", "auth: {roles: {a: {camera: x}}}", "auth.roles.a.camera", "where a list belongs"},
    {"file", "auth: {roles: {a: ['*', b]}}", "auth.roles.a", "\"*\" alone or not at all"},
    {"file", "auth: {roles: {a: ['']}}", "auth.roles.a", "is empty"},
    {"file", "auth: {roles: {a: [\"b\\t\"]}}", "auth.roles.a", "without control characters"},
    {"file", "auth: {roles: {a: {door: [b]}}}", "auth.roles.a", "names the type door"},
    {"file", "auth: {roles: {admin: [b]}}", "auth.roles.admin", "always there"},
    {"file", "auth: {roles: {Viewer: [b]}}", "auth.roles.Viewer", "always there"},
    {"file", "auth: {roles: {a-b: [c]}}", "auth.roles.a-b", "is not the name of a role"},
    {"file", "auth: {roles: {'..': [c]}}", "auth.roles...", "is not the name of a role"},
    {"file", "auth: {roles: {Ops: [c], ops: [c]}}", "auth.roles.ops", "twice, in different case"},
    {"file", "{auth: {roles: {A: [c]}}, permissions: {a: []}}", "auth.roles.A", "permission key"},
    {"AUTH_ROLES", "a", "AUTH_ROLES", "only auth.yml can hold"},
    {"AUTH_ROLE_RESOURCE_TYPE", "", "auth.role_resource_type", "is empty"},
    {"AUTH_ROLE_RESOURCE_TYPE", "a b", "auth.role_resource_type", "is not the name of a type"},
    {"file", "resources: [camera]", "resources", "where a map belongs"},
    {"file", "resources: {door: x}", "resources.door", "where a map belongs"},
    {"file", "resources: {door: {}}", "resources.door.levels", "is missing"},
    {"file", "resources: {door: {levels: []}}", "resources.door.levels", "is empty"},
    {"file", "resources: {door: {levels: view}}", "resources.door.levels", "where a list"},
    {"file", "resources: {door: {levels: [a, a]}}", "resources.door.levels", "a level twice"},
    {"file", "resources: {door: {levels: [a b]}}", "resources.door.levels", "name of a level"},
    {"file", "resources: {'a b': {levels: [a]}}", "resources.a b", "is not the name of a type"},
    {
      "file",
      "resources: {door: {levels: [a], read_by_viewer: 1}}",
      "resources.door.read_by_viewer",
      "neither true nor false"
    },
    {"file", "resources: {d: {levels: [a], public: yes}}", "resources.d.public", "neither true"},
    {"file", "resources: {d: {levels: [a], create: x}}", "resources.d.create", "not declare"},
    {"file", "resources: {d: {levels: [a], create: [x]}}", "resources.d.create", "single value"},
    {"file", "resources: {d: {levels: [a], override: x}}", "resources.d.override", "where a map"},
    {
      "file",
      "{permissions: {x: []}, resources: {d: {levels: [a], override: {b: x}}}}",
      "resources.d.override.b",
      "is not one of the levels of this type"
    },
    {
      "file",
      "resources: {d: {levels: [a], override: {a: x}}}",
      "resources.d.override.a",
      "names the key x, which permissions does not declare"
    },
    {"file", "resources: {door: {levels: [a], x: 1}}", "resources.door.x", "is not a setting"},
    {"AUTH_PERMISSIONS", "a", "AUTH_PERMISSIONS", "only auth.yml can hold"},
    {"file", "auth: 5", "auth", "where a map belongs"},
  };

  /** Keys whose example says what to do instead of what to write. */
  private static final Set<Key<?>> NOT_LITERAL =
      Set.of(Keys.JWT_SECRET, Keys.CONFIG_FILE, ProxyKeys.SECRET);

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("cases")
  void a_wrong_value_is_one_fault_with_an_example(
      String where, String value, String key, String problem) {
    Start start = Start.in(directory);

    Fault fault =
        (where.equals("file") ? start.file(value) : start.environment(where, value)).fault();

    assertThat(fault.key()).isEqualTo(key);
    assertThat(fault.problem()).contains(problem);
    assertThat(fault.example()).isNotBlank();
  }

  static Stream<Object[]> cases() {
    return Arrays.stream(CASES).map(row -> (Object[]) row);
  }

  @Test
  void every_live_key_is_among_the_cases() {
    Set<String> tried = Arrays.stream(CASES).map(row -> row[2]).collect(Collectors.toSet());

    assertThat(Keys.LIVE).extracting(Key::name).isSubsetOf(tried);
  }

  @Test
  void the_example_of_every_live_key_is_right() {
    for (Key<?> key : Keys.LIVE) {
      boolean alone = !MailKeys.ALL.contains(key); // those make sense together: MailRulesTest
      if (key.isLine() && alone && !NOT_LITERAL.contains(key)) {
        Start start = Start.in(directory).environment(key.environment(), example(key));

        assertThat(start.faults()).as(key.name()).isEmpty();
      }
    }
  }

  private String example(Key<?> key) {
    return key == Keys.DATA_DIR
        ? directory.resolve("other").toString()
        : key.example().replaceAll("[\\[\\]]|( or .*)", "");
  }
}
