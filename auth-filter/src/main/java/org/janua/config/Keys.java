package org.janua.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The settings that are live. */
final class Keys {
  /** From here on a stolen table of PBKDF2-HMAC-SHA256 hashes is slow enough to guess. */
  static final int SOUND_ITERATIONS = 600_000;

  /** NIST SP 800-63B-4 3.2.2: at most so many consecutive failures of one account. */
  static final int SOUND_FAILURES = 100;

  private static final long TEN_YEARS = 315_360_000;
  private static final long DAY = 86_400;

  static final Key<Path> DATA_DIR =
      Key.of("auth.data_dir", Domains.directory(), "./data", "/var/lib/janua").outsideFile();
  static final Key<Optional<Path>> CONFIG_FILE =
      Key.of("auth.config_file", Domains.path().optional(), "", "/etc/janua/auth.yml")
          .outsideFile();

  static final Key<Boolean> ENABLED = Key.of("auth.enabled", Kinds.truth(), "true", "true");
  static final Key<List<String>> PROVIDERS =
      Key.of("auth.providers", Domains.providers(), "credentials", "[credentials]");
  static final Key<Carrier> CARRIER =
      Key.of("auth.carrier", Domains.carrier(), "container", "container");
  static final Key<String> COOKIE_NAME =
      Key.of("auth.cookie_name", Domains.cookieName(), "auth_token", "auth_token");
  static final Key<Cookie.Secure> COOKIE_SECURE =
      Key.of("auth.cookie_secure", Domains.cookieSecure(), "auto", "auto")
          .weak("start refused; `false`: warning")
          .or("AUTH_SECURE_COOKIES", text -> text);
  static final Key<Duration> SESSION_LENGTH =
      Key.of("auth.session_length", Kinds.zeroOrSeconds(60, TEN_YEARS), "86400", "86400")
          .or("AUTH_SESSION_EXPIRY_TIME", Domains::inSeconds);
  static final Key<Duration> REFRESH_TIME =
      Key.of("auth.refresh_time", Kinds.seconds(0, TEN_YEARS), "1800", "1800");
  static final Key<Duration> REMEMBER_LENGTH =
      Key.of("auth.remember_length", Kinds.seconds(60, TEN_YEARS), "604800", "604800");
  static final Key<Duration> MAX_SESSION_LENGTH =
      Key.of("auth.max_session_length", Kinds.seconds(60, TEN_YEARS), "2592000", "2592000");
  static final Key<Integer> SESSIONS_PER_USER =
      Key.of("auth.sessions_per_user", Kinds.number(1, 1_000).in("sessions"), "200", "200");
  static final Key<Integer> MIN_LENGTH =
      Key.of("auth.password.min_length", Kinds.number(8, 128).in("characters"), "12", "12");
  static final Key<Boolean> PASSWORD_RULES =
      Key.of("auth.password.rules", Domains.passwordRules(), "length", "length");
  static final Key<Passwords.Algorithm> ALGORITHM =
      Key.of("auth.password.algorithm", Domains.algorithm(), "pbkdf2_sha256", "pbkdf2_sha256");
  static final Key<Integer> HASH_ITERATIONS =
      Key.of("auth.password.hash_iterations", Domains.rounds(), "600000", "600000")
          .weak("start refused; below " + SOUND_ITERATIONS + ": warning");
  static final Key<Boolean> RESET_ADMIN_PASSWORD =
      Key.of("auth.reset_admin_password", Kinds.truth(), "false", "false")
          .weak("start refused; `true`: warning");
  static final Key<List<Limit>> RATE_LIMIT =
      Key.of(
              "auth.failed_login_rate_limit",
              Domains.rateLimit(),
              "20/minute;200/hour",
              "1/second;5/minute;20/hour")
          .weak("start refused; `off`: warning");
  static final Key<Integer> LOCKOUT_FAILURES =
      Key.of(
              "auth.lockout.failures",
              Kinds.number(0, Limit.MOST).in("failures; 0: never"),
              "10",
              "10")
          .weak("start refused; 0 or above " + SOUND_FAILURES + ": warning");
  static final Key<Duration> LOCKOUT_WINDOW =
      Key.of("auth.lockout.window", Kinds.seconds(1, 30 * DAY), "900", "900");
  static final Key<Duration> LOCKOUT_DURATION =
      Key.of("auth.lockout.duration", Kinds.seconds(1, DAY), "900", "900");
  static final Key<Set<Integer>> INTERNAL_PORTS =
      Key.of("auth.internal_ports", Domains.ports(), "", "[8081]");
  static final Key<String> JWT_SECRET =
      Key.of("auth.jwt_secret", Domains.secret(), "", "what openssl rand -hex 64 prints");
  static final Key<Database> DATABASE =
      Key.of(
          "auth.database",
          Domains.database(),
          "jdbc:h2:file:<data_dir>/auth",
          "jdbc:postgresql://localhost/janua?user=janua or java:comp/DefaultDataSource");
  static final Key<Optional<URI>> BASE_URL =
      Key.of("auth.base_url", Domains.address().optional(), "", "https://apps.example.org/shop");
  static final Key<Boolean> PROTECT_APPLICATION =
      Key.of("csrf.protect_application", Kinds.truth(), "true", "true")
          .weak("start refused; `false`: warning");
  static final Key<Map<String, Map<String, Set<String>>>> ROLES =
      Key.of("auth.roles", RoleDomains.roles(), "", "{operator: [front_door, garage]}");
  static final Key<String> ROLE_RESOURCE_TYPE =
      Key.of("auth.role_resource_type", RoleDomains.resourceType(), "camera", "camera");
  static final Key<Map<String, ResourceMembers.Read>> RESOURCES =
      Key.of(
          "resources",
          RoleDomains.resources(),
          "",
          "{camera: {levels: [view], read_by_viewer: true}}");
  static final Key<Map<String, List<String>>> PERMISSIONS =
      Key.of(
          "permissions",
          Domains.permissions(),
          "",
          "{board-modify-all: [board-view-all], board-view-all: []}");

  static final Key<Integer> AUDIT_RETENTION_DAYS =
      Key.of("audit.retention_days", Kinds.number(1, 36_500).in("days"), "365", "365");

  /** In the order of the documentation. */
  static final List<Key<?>> LIVE =
      Stream.of(
              List.<Key<?>>of(
                  DATA_DIR,
                  CONFIG_FILE,
                  ENABLED,
                  PROVIDERS,
                  CARRIER,
                  COOKIE_NAME,
                  COOKIE_SECURE,
                  SESSION_LENGTH,
                  REFRESH_TIME,
                  REMEMBER_LENGTH,
                  MAX_SESSION_LENGTH,
                  SESSIONS_PER_USER,
                  MIN_LENGTH,
                  PASSWORD_RULES,
                  ALGORITHM,
                  HASH_ITERATIONS,
                  RESET_ADMIN_PASSWORD,
                  RATE_LIMIT,
                  LOCKOUT_FAILURES,
                  LOCKOUT_WINDOW,
                  LOCKOUT_DURATION,
                  INTERNAL_PORTS,
                  JWT_SECRET,
                  DATABASE,
                  BASE_URL,
                  PROTECT_APPLICATION,
                  PERMISSIONS,
                  ROLES,
                  ROLE_RESOURCE_TYPE,
                  RESOURCES,
                  AUDIT_RETENTION_DAYS),
              ProxyKeys.ALL,
              MailKeys.ALL)
          .flatMap(List::stream)
          .toList();

  private Keys() {}

  /** Every key there is, live or not. */
  static List<Key<?>> all() {
    return Stream.concat(LIVE.stream(), LaterKeys.ALL.stream()).toList();
  }
}
