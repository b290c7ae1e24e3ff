package org.janua;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.janua.access.Permissions;
import org.janua.account.Accounts;
import org.janua.account.ForgottenPassword;
import org.janua.account.Groups;
import org.janua.account.Memberships;
import org.janua.account.PasswordChange;
import org.janua.account.PasswordReset;
import org.janua.account.Roles;
import org.janua.api.event.SecurityEvent;
import org.janua.apikey.ApiKeys;
import org.janua.apikey.KeyBook;
import org.janua.audit.Audit;
import org.janua.audit.AuditLog;
import org.janua.config.Settings;
import org.janua.config.SignInWays;
import org.janua.entitlement.Entitlements;
import org.janua.entitlement.RoleBook;
import org.janua.jpa.Database;
import org.janua.jpa.DatabaseSource;
import org.janua.jpa.DatabaseUnavailable;
import org.janua.provider.credentials.PasswordHashing;
import org.janua.provider.proxy.ProxyHeaders;
import org.janua.request.Authenticator;
import org.janua.request.Gate;
import org.janua.request.SessionCookie;
import org.janua.resource.Things;
import org.janua.session.SessionBook;
import org.janua.signin.SignIn;

/**
 * A running Janua: every part built once from the settings and wired in this package. Thread-safe;
 * {@link #close} ends its threads and connections.
 */
public final class Janua implements AutoCloseable {

  /** The clock of the machine; whatever is told the time is told by this one. */
  public static final InstantSource SYSTEM_CLOCK = InstantSource.system();

  private static final Logger LOG = System.getLogger(Janua.class.getName());
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SWEEP = Duration.ofMinutes(10);

  private final Ground ground;
  private final Entitling entitling;
  private final Recognising recognising;
  private final PasswordCare care;
  private final People people;
  private final Things things;
  private final Resets resets;
  private final SigningIn signingIn;
  private final ApiKeys apiKeys;
  private final Gate gate;
  private final Set<String> withheldHeaders;
  private final AuditLog auditLog;
  private final Chores chores = new Chores();

  private Janua(Ground ground) {
    this.ground = ground;
    entitling = Entitling.of(ground);
    recognising = Recognising.of(ground, entitling);
    care = PasswordCare.of(ground);
    people = People.of(ground, care);
    things =
        Things.of(
            ground.database(),
            ground.rights(),
            entitling.roles(),
            entitling.entitlements(),
            ground.changes(),
            ground.audit(),
            ground.nanos());
    resets = Resets.of(ground, care);
    signingIn = SigningIn.of(ground, care, recognising, people);
    apiKeys =
        new ApiKeys(
            ground.database(),
            entitling.entitlements(),
            ground.changes(),
            ground.audit(),
            ground.clock());
    SignInWays ways = ground.settings().signIn();
    gate = new Gate(ground.settings().protectApplication(), ways.own(), ways.guests());
    withheldHeaders = ProxyHeaders.withheld(ways.proxy());
    auditLog =
        new AuditLog(ground.database(), ground.settings().audit().retention(), ground.clock());
  }

  /**
   * Starts: opens the database, brings the schema up to date, makes the first administrator.
   *
   * @param observer told of everything that is written into the audit log; what it throws is logged
   * @throws DatabaseUnavailable the database cannot be reached; trying again later may help
   */
  public static Janua start(
      Settings settings, InstantSource clock, Consumer<SecurityEvent> observer) {
    Database database = Database.open(DatabaseSource.parse(settings.database().reveal()));
    Janua janua = start(settings, database, observer, clock, System::nanoTime);
    janua.schedule();
    return janua;
  }

  /**
   * The same over a database that is open, while nothing is done by the clock; it is closed with
   * Janua, or when the start fails.
   */
  static Janua start(
      Settings settings,
      Database database,
      Consumer<SecurityEvent> observer,
      InstantSource clock,
      LongSupplier nanos) {
    try {
      Janua janua = new Janua(Ground.of(settings, database, observer, clock, nanos));
      new ConfigurationWatch(database, janua.audit(), settings.fingerprints()).run();
      janua.entitling.configured().bringIn().forEach(line -> LOG.log(Level.WARNING, line));
      if (settings.signIn().own()) { // else nobody could use the password
        janua.announceAdmin(banner -> LOG.log(Level.INFO, banner));
      }
      return janua;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** What was configured. */
  public Settings settings() {
    return ground.settings();
  }

  /** Where "now" comes from. */
  public InstantSource clock() {
    return ground.clock();
  }

  /** Decides who sent a request. */
  public Authenticator authenticator() {
    return recognising.authenticator();
  }

  /** Decides what is done with it. */
  public Gate gate() {
    return gate;
  }

  /** The headers, in lower case, that say who is calling and are not for the application. */
  public Set<String> withheldHeaders() {
    return withheldHeaders;
  }

  /** Writes the session cookie. */
  public SessionCookie cookie() {
    return recognising.cookie();
  }

  /** Where passwords are hashed, and hashes counted. */
  PasswordHashing hashing() {
    return care.hashing();
  }

  /** The sign-in use case. */
  public SignIn signIn() {
    return signingIn.signIn();
  }

  /** Whether the log holds a password for {@code admin} that nobody has replaced yet. */
  public boolean isFirstTimeLogin() {
    Settings settings = settings();
    return settings.signIn().own()
        && (settings.passwords().resetAdmin() || signingIn.firstStart().isPending());
  }

  /** The sessions. */
  public SessionBook sessions() {
    return recognising.sessions();
  }

  /** The accounts. */
  public Accounts accounts() {
    return people.accounts();
  }

  /** The roles, as an administrator changes them. */
  public Roles roles() {
    return people.roles();
  }

  /** The groups, as an administrator changes them. */
  public Groups groups() {
    return people.groups();
  }

  /** Who is in which group, as an administrator changes it. */
  public Memberships memberships() {
    return people.memberships();
  }

  /** The permission keys and what each of them means. */
  public Permissions permissions() {
    return ground.permissions();
  }

  /** What callers have. */
  public Entitlements entitlements() {
    return entitling.entitlements();
  }

  /** The roles, as a request needs them. */
  public RoleBook roleBook() {
    return entitling.roles();
  }

  /** Single things of the application. */
  public Things things() {
    return things;
  }

  /** Setting passwords. */
  public PasswordChange passwordChange() {
    return signingIn.passwordChange();
  }

  /** Where it is written down what happens. */
  public Audit audit() {
    return ground.audit();
  }

  /** Where that is read. */
  public AuditLog auditLog() {
    return auditLog;
  }

  /** Mailing links for new passwords; empty where no mails are sent. */
  public Optional<ForgottenPassword> forgottenPassword() {
    return resets.byMail();
  }

  /** Setting passwords by a link. */
  public PasswordReset passwordReset() {
    return resets.byLink();
  }

  /** The API keys, as their owners change them. */
  public ApiKeys apiKeys() {
    return apiKeys;
  }

  /** The API keys, as a request needs them. */
  KeyBook keyBook() {
    return recognising.keys();
  }

  /** Whether the database answers. */
  public boolean isHealthy() {
    return ground.database().ping();
  }

  @Override
  public void close() {
    resets.close();
    chores.close();
    try {
      audit().close();
    } catch (DatabaseUnavailable e) {
      LOG.log(Level.WARNING, "The last entries of the audit log are lost: {0}", audit().waiting());
    } finally {
      ground.database().close();
    }
  }

  /** A reset makes the account where there is none, so that one start has one banner. */
  private void announceAdmin(Consumer<String> announce) {
    if (settings().passwords().resetAdmin()) {
      signingIn.adminReset().run(announce);
    }
    signingIn.firstStart().run(announce);
  }

  private void schedule() {
    chores.every(MINUTE, SWEEP, this::sweep); // the first one not in the rush of a start
    chores.every(SECOND, SECOND, audit()::flush);
    chores.every(MINUTE, MINUTE, keyBook()::writeUses);
  }

  void sweep() {
    chores.all(sessions()::sweep, care.throttle()::sweep, resets.byLink()::sweep, auditLog::sweep);
  }
}
