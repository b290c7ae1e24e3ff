package org.janua;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.janua.access.Permissions;
import org.janua.access.Rights;
import org.janua.account.Accounts;
import org.janua.account.Administration;
import org.janua.account.ForgottenPassword;
import org.janua.account.Groups;
import org.janua.account.InactiveNames;
import org.janua.account.Memberships;
import org.janua.account.PasswordChange;
import org.janua.account.PasswordReset;
import org.janua.account.PasswordRules;
import org.janua.account.Roles;
import org.janua.api.event.SecurityEvent;
import org.janua.apikey.ApiKeys;
import org.janua.apikey.KeyBook;
import org.janua.audit.Audit;
import org.janua.audit.AuditLog;
import org.janua.config.Passwords;
import org.janua.config.Settings;
import org.janua.config.SignInWays;
import org.janua.entitlement.ConfiguredRoles;
import org.janua.entitlement.Entitlements;
import org.janua.entitlement.RoleBook;
import org.janua.jpa.Database;
import org.janua.jpa.DatabaseSource;
import org.janua.jpa.DatabaseUnavailable;
import org.janua.memory.Changes;
import org.janua.provider.credentials.PasswordHashing;
import org.janua.provider.proxy.ProxyHeaders;
import org.janua.request.Authenticator;
import org.janua.request.CredentialFinder;
import org.janua.request.Gate;
import org.janua.request.SessionCookie;
import org.janua.resource.Things;
import org.janua.session.SessionBook;
import org.janua.signin.AdminReset;
import org.janua.signin.FirstStart;
import org.janua.signin.SignIn;
import org.janua.throttle.Throttle;
import org.janua.token.Tokens;

/**
 * A running Janua: every part built once from the settings and wired here. Thread-safe; {@link
 * #close} ends its threads and connections.
 */
public final class Janua implements AutoCloseable {

  /** The clock of the machine; whatever is told the time is told by this one. */
  public static final InstantSource SYSTEM_CLOCK = InstantSource.system();

  private static final Logger LOG = System.getLogger(Janua.class.getName());
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SWEEP = Duration.ofMinutes(10);

  private final Settings settings;
  private final InstantSource clock;
  private final Database database;
  private final SessionCookie cookie;
  private final PasswordHashing hashing;
  private final SessionBook sessions;
  private final FirstStart firstStart;
  private final Throttle throttle;
  private final SignIn signIn;
  private final Accounts accounts;
  private final Permissions permissions;
  private final Entitlements entitlements;
  private final ConfiguredRoles configuredRoles;
  private final RoleBook roleBook;
  private final Roles roles;
  private final Groups groups;
  private final Memberships memberships;
  private final Things things;
  private final PasswordChange passwordChange;
  private final Resets resets;
  private final KeyBook keyBook;
  private final ApiKeys apiKeys;
  private final Authenticator authenticator;
  private final Gate gate;
  private final Set<String> withheldHeaders;
  private final Audit audit;
  private final AuditLog auditLog;
  private final Chores chores = new Chores();

  private Janua(
      Settings settings,
      Database database,
      Consumer<SecurityEvent> observer,
      InstantSource clock,
      LongSupplier nanos) {
    this.settings = settings;
    this.clock = clock;
    this.database = database;
    audit = new Audit(database, clock, observer);
    auditLog = new AuditLog(database, settings.audit().retention(), clock);
    permissions = new Permissions(settings.permissions());
    Rights rights = new Rights(permissions, settings.roles().types());
    configuredRoles = new ConfiguredRoles(database, rights, settings.roles().custom());
    Changes changes = new Changes();
    roleBook = new RoleBook(database, rights, settings.roles().custom(), changes, nanos);
    entitlements = new Entitlements(database, rights, roleBook, changes, nanos);
    Administration administration = new Administration(database, permissions);
    groups = new Groups(database, administration, changes, audit, clock);
    memberships = new Memberships(administration, changes, audit);
    things = Things.of(database, rights, roleBook, entitlements, changes, audit, nanos);
    PasswordRules rules = rules(settings);
    hashing = PasswordHashing.of(settings.passwords(), CORES);
    Tokens tokens = new Tokens(settings.secret().reveal(), clock);
    cookie = new SessionCookie(settings.cookie());
    sessions =
        new SessionBook(
            database, tokens, entitlements, settings.session(), changes, audit, clock, nanos);
    firstStart = new FirstStart(database, hashing, audit, clock);
    throttle = new Throttle(database, settings.throttling(), clock, CORES);
    accounts =
        new Accounts(database, administration, changes, hashing, rules, throttle, audit, clock);
    roles = new Roles(database, administration, changes, rights, audit);
    passwordChange =
        new PasswordChange(
            database, accounts, sessions, hashing, rules, throttle, changes, audit, clock);
    signIn =
        new SignIn(database, accounts, hashing, sessions, firstStart, throttle, changes, audit);
    resets = Resets.of(settings, database, changes, hashing, rules, throttle, audit, clock);
    keyBook = new KeyBook(database, entitlements, rights, changes, audit, clock, nanos);
    apiKeys = new ApiKeys(database, entitlements, changes, audit, clock);
    authenticator = authenticator(tokens, rights, new InactiveNames(database, changes, nanos));
    gate = gate(settings);
    withheldHeaders = ProxyHeaders.withheld(settings.signIn().proxy());
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
      Janua janua = new Janua(settings, database, observer, clock, nanos);
      new ConfigurationWatch(database, janua.audit, settings.fingerprints()).run();
      janua.configuredRoles.bringIn().forEach(line -> LOG.log(Level.WARNING, line));
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
    return settings;
  }

  /** Where "now" comes from. */
  public InstantSource clock() {
    return clock;
  }

  /** Decides who sent a request. */
  public Authenticator authenticator() {
    return authenticator;
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
    return cookie;
  }

  /** Where passwords are hashed, and hashes counted. */
  PasswordHashing hashing() {
    return hashing;
  }

  /** The sign-in use case. */
  public SignIn signIn() {
    return signIn;
  }

  /** Whether the log holds a password for {@code admin} that nobody has replaced yet. */
  public boolean isFirstTimeLogin() {
    return settings.signIn().own() && (settings.passwords().resetAdmin() || firstStart.isPending());
  }

  /** The sessions. */
  public SessionBook sessions() {
    return sessions;
  }

  /** The accounts. */
  public Accounts accounts() {
    return accounts;
  }

  /** The roles, as an administrator changes them. */
  public Roles roles() {
    return roles;
  }

  /** The groups, as an administrator changes them. */
  public Groups groups() {
    return groups;
  }

  /** Who is in which group, as an administrator changes it. */
  public Memberships memberships() {
    return memberships;
  }

  /** The permission keys and what each of them means. */
  public Permissions permissions() {
    return permissions;
  }

  /** What callers have. */
  public Entitlements entitlements() {
    return entitlements;
  }

  /** The roles, as a request needs them. */
  public RoleBook roleBook() {
    return roleBook;
  }

  /** Single things of the application. */
  public Things things() {
    return things;
  }

  /** Setting passwords. */
  public PasswordChange passwordChange() {
    return passwordChange;
  }

  /** Where it is written down what happens. */
  public Audit audit() {
    return audit;
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
    return keyBook;
  }

  /** Whether the database answers. */
  public boolean isHealthy() {
    return database.ping();
  }

  @Override
  public void close() {
    resets.close();
    chores.close();
    try {
      audit.close();
    } catch (DatabaseUnavailable e) {
      LOG.log(Level.WARNING, "The last entries of the audit log are lost: {0}", audit.waiting());
    } finally {
      database.close();
    }
  }

  /** A reset makes the account where there is none, so that one start has one banner. */
  private void announceAdmin(Consumer<String> announce) {
    if (settings.passwords().resetAdmin()) {
      new AdminReset(database, hashing, throttle, audit, clock).run(announce);
    }
    firstStart.run(announce);
  }

  private static PasswordRules rules(Settings settings) {
    Passwords passwords = settings.passwords();
    return new PasswordRules(
        passwords.minLength(), passwords.mixed(), settings.ingress().baseUrl().map(URI::getHost));
  }

  private Authenticator authenticator(Tokens tokens, Rights rights, InactiveNames inactive) {
    return new Authenticator(
        credentials(settings, roleBook, cookie),
        tokens,
        sessions,
        keyBook,
        inactive::contains,
        entitlements::ofRole,
        rights,
        audit);
  }

  private static Gate gate(Settings settings) {
    SignInWays ways = settings.signIn();
    return new Gate(settings.protectApplication(), ways.own(), ways.guests());
  }

  private static CredentialFinder credentials(
      Settings settings, RoleBook roles, SessionCookie cookie) {
    SignInWays ways = settings.signIn();
    return new CredentialFinder(
        settings.ingress().internalPorts(),
        ways.proxy().map(proxy -> new ProxyHeaders(proxy, roles::names)),
        ways.own(),
        cookie);
  }

  private void schedule() {
    chores.every(MINUTE, SWEEP, this::sweep); // the first one not in the rush of a start
    chores.every(SECOND, SECOND, audit::flush);
    chores.every(MINUTE, MINUTE, keyBook::writeUses);
  }

  void sweep() {
    chores.all(sessions::sweep, throttle::sweep, resets.byLink()::sweep, auditLog::sweep);
  }
}
