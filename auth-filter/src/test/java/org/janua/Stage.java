package org.janua;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.janua.account.NewUser;
import org.janua.account.Profile;
import org.janua.config.Carrier;
import org.janua.config.Cookie;
import org.janua.config.CustomRole;
import org.janua.config.Passwords;
import org.janua.config.ResourceType;
import org.janua.config.RoleSettings;
import org.janua.config.SessionTimes;
import org.janua.config.Settings;
import org.janua.config.SigningSecret;
import org.janua.jpa.Database;
import org.janua.jpa.DatabaseSource;
import org.janua.jpa.StatementMeter;
import org.janua.provider.credentials.Password;
import org.janua.request.AnyRequest;
import org.janua.request.Verdict;
import org.janua.session.Client;
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
  private static final String SECRET = "s".repeat(64);
  private static final List<ResourceType> TYPES =
      List.of(
          new ResourceType("camera", List.of("view"), true),
          new ResourceType("board", List.of("view", "modify"), false));

  final TestClock clock;
  final StatementMeter meter = new StatementMeter();
  final Janua janua;
  private final String url;
  private final SessionTimes times;
  private final List<CustomRole> roles;

  Stage(SessionTimes times) {
    this("jdbc:h2:mem:" + UUID.randomUUID(), times, List.of(), new TestClock());
  }

  /** With roles that the configuration defines. */
  Stage(CustomRole... roles) {
    this("jdbc:h2:mem:" + UUID.randomUUID(), roles);
  }

  /** On a database of its own choice. */
  Stage(String url, CustomRole... roles) {
    this(url, usualTimes(), List.of(roles), new TestClock());
  }

  private Stage(String url, SessionTimes times, List<CustomRole> roles, TestClock clock) {
    this.url = url;
    this.times = times;
    this.roles = roles;
    this.clock = clock;
    this.janua =
        Janua.start(settings(), Database.open(DatabaseSource.jdbc(url), meter), clock, clock);
  }

  static SessionTimes usualTimes() {
    return new SessionTimes(
        Duration.ofDays(1), Duration.ofMinutes(30), Duration.ofDays(7), Duration.ofDays(30));
  }

  /** Another node on the same database, with the same secret and clock. */
  Stage secondNode() {
    return new Stage(url, times, roles, clock);
  }

  /** Another start on the same database, with other roles in the configuration. */
  Stage startedWith(CustomRole... others) {
    return new Stage(url, times, List.of(others), clock);
  }

  /** A role that reads these cameras. */
  static CustomRole role(String name, String... cameras) {
    return new CustomRole(name, Map.of("camera", Set.of(cameras)));
  }

  void addUser(String name, String role) {
    Profile nothing = new Profile(null, null, null);
    NewUser user = new NewUser(name, Optional.of(Password.of(PASSWORD)), role, nothing);
    janua
        .accounts()
        .create(user)
        .fold(
            made -> made,
            refusal -> {
              throw new AssertionError(refusal);
            });
  }

  SignInResult attempt(String name, String password) {
    return janua.signIn().attempt(new SignIn.Attempt(name, Password.of(password), false), CLIENT);
  }

  Opened signIn(String name) {
    return signIn(name, false);
  }

  Opened signIn(String name, boolean remember) {
    return janua
        .signIn()
        .attempt(new SignIn.Attempt(name, Password.of(PASSWORD), remember), CLIENT)
        .fold(
            opened -> opened,
            () -> {
              throw new AssertionError("refused");
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
        new Passwords(12, 1_000),
        Set.of(5000),
        org.janua.config.Database.of(url),
        Optional.empty(),
        true,
        Path.of("target"),
        SigningSecret.of(SECRET),
        Set.of("board-create", "board.create", "audit.read"),
        new RoleSettings(roles, TYPES));
  }

  @Override
  public void close() {
    janua.close();
  }
}
