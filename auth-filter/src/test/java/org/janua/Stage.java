package org.janua;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.janua.access.Actor;
import org.janua.access.Client;
import org.janua.account.NewUser;
import org.janua.account.Profile;
import org.janua.api.event.SecurityEvent;
import org.janua.config.Auditing;
import org.janua.config.Carrier;
import org.janua.config.Cookie;
import org.janua.config.CustomRole;
import org.janua.config.Ingress;
import org.janua.config.Limit;
import org.janua.config.Mail;
import org.janua.config.Passwords;
import org.janua.config.ResourceType;
import org.janua.config.RoleSettings;
import org.janua.config.SessionLimits;
import org.janua.config.Settings;
import org.janua.config.SignInWays;
import org.janua.config.SigningSecret;
import org.janua.config.Throttling;
import org.janua.jpa.Database;
import org.janua.jpa.DatabaseSource;
import org.janua.jpa.PasswordHash;
import org.janua.jpa.StatementMeter;
import org.janua.jpa.UserRow;
import org.janua.network.TrustedProxies;
import org.janua.provider.credentials.Password;
import org.janua.request.AnyRequest;
import org.janua.request.Verdict;
import org.janua.session.Opened;
import org.janua.signin.SignIn;
import org.janua.signin.SignInResult;

/**
 * Janua as it runs, on a database in memory, with a clock that can be moved and statements that are
 * counted. A second node shares the database.
 */
final class Stage implements AutoCloseable {

  static final String PASSWORD = "correct horse battery";
  static final Client CLIENT = new Client("192.0.2.7", "test");
  static final URI BASE_URL = URI.create("https://apps.example.org/shop");
  private static final String SECRET = "s".repeat(64);
  private static final List<ResourceType> TYPES =
      List.of(
          new ResourceType("camera", List.of("view"), true),
          new ResourceType(
              "board",
              List.of("view", "modify", "full"),
              false,
              Map.of("view", "board-view", "modify", "board-modify", "full", "board-full"),
              Optional.of("board-create"),
              true));

  private static final Map<String, Set<String>> PERMISSIONS =
      Map.of(
          "board-create", Set.of(),
          "board.create", Set.of(),
          "audit.read", Set.of(),
          "board-full", Set.of("board-create", "board-modify"),
          "board-modify", Set.of("board-view"),
          "board-view", Set.of(),
          "admin", Set.of(),
          "superb", Set.of("admin"));

  final TestClock clock;

  /** What the application was told, in order. */
  final List<SecurityEvent> events = new CopyOnWriteArrayList<>();

  final StatementMeter meter = new StatementMeter();
  final Database database;
  final Janua janua;
  private final String url;
  private final SessionLimits times;
  private final Throttling throttling;
  private final List<CustomRole> roles;
  private final Passwords passwords;
  private final SignInWays ways;
  private final Optional<Mail> mail;

  Stage(SessionLimits times) {
    this(inMemory(), times, usualLimits(), List.of(), usualPasswords(), new TestClock());
  }

  Stage(Passwords passwords) {
    this(inMemory(), usualTimes(), usualLimits(), List.of(), passwords, new TestClock());
  }

  Stage(Throttling throttling) {
    this(inMemory(), throttling);
  }

  Stage(String url, Throttling throttling) {
    this(url, usualTimes(), throttling, List.of(), usualPasswords(), new TestClock());
  }

  /** With roles that the configuration defines. */
  Stage(CustomRole... roles) {
    this(inMemory(), roles);
  }

  /** On a database of its own choice. */
  Stage(String url, CustomRole... roles) {
    this(url, usualTimes(), usualLimits(), List.of(roles), usualPasswords(), new TestClock());
  }

  /** Where people sign in by these ways. */
  Stage(SignInWays ways, CustomRole... roles) {
    this(
        inMemory(),
        usualTimes(),
        usualLimits(),
        List.of(roles),
        usualPasswords(),
        ways,
        new TestClock());
  }

  /** That sends mails. */
  Stage(String url, Mail mail) {
    this(
        url,
        usualTimes(),
        usualLimits(),
        List.of(),
        usualPasswords(),
        SignInWays.OWN,
        Optional.of(mail),
        new TestClock());
  }

  private Stage(
      String url,
      SessionLimits times,
      Throttling throttling,
      List<CustomRole> roles,
      Passwords passwords,
      TestClock clock) {
    this(url, times, throttling, roles, passwords, SignInWays.OWN, clock);
  }

  private Stage(
      String url,
      SessionLimits times,
      Throttling throttling,
      List<CustomRole> roles,
      Passwords passwords,
      SignInWays ways,
      TestClock clock) {
    this(url, times, throttling, roles, passwords, ways, Optional.empty(), clock);
  }

  private Stage(
      String url,
      SessionLimits times,
      Throttling throttling,
      List<CustomRole> roles,
      Passwords passwords,
      SignInWays ways,
      Optional<Mail> mail,
      TestClock clock) {
    this.url = url;
    this.times = times;
    this.throttling = throttling;
    this.roles = roles;
    this.passwords = passwords;
    this.ways = ways;
    this.mail = mail;
    this.clock = clock;
    this.database = Database.open(DatabaseSource.jdbc(url), meter);
    this.janua = Janua.start(settings(), database, events::add, clock, clock);
  }

  static Passwords usualPasswords() {
    return new Passwords(12, false, Passwords.Algorithm.PBKDF2_SHA256, 1_000, false);
  }

  static String inMemory() {
    return "jdbc:h2:mem:" + UUID.randomUUID();
  }

  static SessionLimits usualTimes() {
    return new SessionLimits(
        Duration.ofDays(1), Duration.ofMinutes(30), Duration.ofDays(7), Duration.ofDays(30), 5);
  }

  static Throttling usualLimits() {
    return limits("20/minute", 10);
  }

  /** A limit for an address as {@code 5/minute}, and failures that lock an account for a while. */
  static Throttling limits(String address, int failures) {
    String[] parts = address.split("/");
    Map<String, Duration> units =
        Map.of("minute", Duration.ofMinutes(1), "hour", Duration.ofHours(1));
    Duration quarter = Duration.ofMinutes(15);
    return new Throttling(
        List.of(Limit.of(Integer.parseInt(parts[0]), units.get(parts[1]))),
        List.of(new Limit(failures, quarter, quarter)));
  }

  /** Where the database is. */
  String url() {
    return url;
  }

  /** Another node on the same database, with the same secret and clock. */
  Stage secondNode() {
    return new Stage(url, times, throttling, roles, passwords, clock);
  }

  /** Another start on the same database, with other roles in the configuration. */
  Stage startedWith(CustomRole... others) {
    return new Stage(url, times, throttling, List.of(others), passwords, clock);
  }

  /** A role that reads these cameras. */
  static CustomRole role(String name, String... cameras) {
    return new CustomRole(name, Map.of("camera", Set.of(cameras)));
  }

  /** The same with other settings for passwords, as after a change of the configuration. */
  Stage secondNode(Passwords others) {
    return new Stage(url, times, throttling, roles, others, clock);
  }

  /** A user brought over from elsewhere with the password's hash. */
  void importUser(String name, String hash) {
    addUser(name, "viewer");
    UserRow user = row(name);
    PasswordHash imported = PasswordHash.of(hash);
    database.write(tx -> tx.users().replacePassword(user.id(), user.password(), imported));
  }

  UserRow row(String name) {
    return janua.accounts().find(name).orElseThrow();
  }

  void addUser(String name, String role) {
    addUser(name, Optional.of(Password.of(PASSWORD)), role);
  }

  /** Somebody who cannot sign in to Janua itself. */
  void addUserWithoutPassword(String name) {
    addUser(name, Optional.empty(), "viewer");
  }

  private void addUser(String name, Optional<Password> password, String role) {
    NewUser user = new NewUser(name, password, role, new Profile(null, null, null));
    janua
        .accounts()
        .create(Actor.SYSTEM, user)
        .fold(
            made -> made,
            refusal -> {
              throw new AssertionError(refusal);
            });
  }

  /** Switches an account off as another node would: this one is not told. */
  void deactivateElsewhere(String canonical) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement statement =
            connection.prepareStatement(
                "update auth_user set active = false where canonical = ?")) {
      statement.setString(1, canonical);
      statement.executeUpdate();
    }
  }

  SignInResult attempt(String name, String password) {
    return attempt(name, password, CLIENT);
  }

  SignInResult attempt(String name, String password, Client client) {
    return janua.signIn().attempt(new SignIn.Attempt(name, Password.of(password), false), client);
  }

  Opened signIn(String name) {
    return signIn(name, false);
  }

  Opened signIn(String name, boolean remember) {
    return opened(
        janua.signIn().attempt(new SignIn.Attempt(name, Password.of(PASSWORD), remember), CLIENT));
  }

  static Opened opened(SignInResult result) {
    return result.fold(
        opened -> opened,
        () -> {
          throw new AssertionError("refused");
        },
        pause -> {
          throw new AssertionError(pause);
        },
        () -> {
          throw new AssertionError("busy");
        });
  }

  Verdict withCookie(Opened session) {
    return janua
        .authenticator()
        .authenticate(AnyRequest.get("/api/me").with("Cookie", "auth_token=" + session.reveal()));
  }

  Verdict withBearer(Opened session) {
    return janua
        .authenticator()
        .authenticate(
            AnyRequest.get("/api/me").with("Authorization", "Bearer " + session.reveal()));
  }

  private Settings settings() {
    return new Settings(
        Carrier.CONTAINER,
        new Cookie("auth_token", Cookie.Secure.AUTO),
        times,
        passwords,
        throttling,
        new Ingress(Set.of(5000), new TrustedProxies(List.of()), mail.map(m -> BASE_URL)),
        org.janua.config.Database.of(url),
        true,
        Path.of("target"),
        SigningSecret.of(SECRET),
        PERMISSIONS,
        new RoleSettings(roles, TYPES),
        ways,
        new Auditing(Duration.ofDays(365)),
        new TreeMap<>(),
        mail);
  }

  @Override
  public void close() {
    janua.close();
  }
}
