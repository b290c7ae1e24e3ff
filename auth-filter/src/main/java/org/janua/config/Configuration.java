package org.janua.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the configuration once, at start. */
public final class Configuration {
  private final Sources sources;
  private final Faults faults;
  private final Optional<Path> dataDirectory;
  private final Layers layers;
  private final Reading reading;

  private Configuration(Sources sources) {
    this.sources = sources;
    this.faults = new Faults();
    // where the file lies cannot be said in the file
    Reading start = new Reading(new Layers(sources, List.of(), faults), faults);
    Reading.Given<Path> directory = start.read(Keys.DATA_DIR);
    Optional<Path> named = start.value(Keys.CONFIG_FILE);
    List<Value.Entries> files = new ConfigFile(sources, faults).read(named, directory.value());
    this.dataDirectory = directory.isWrong() ? Optional.empty() : Optional.of(directory.value());
    this.layers = new Layers(sources, files, faults);
    this.reading = new Reading(layers, faults);
    new UnknownNames(Keys.all(), faults).check(sources, files);
  }

  /**
   * Reads everything and reports every fault; never throws for a bad value. Makes the data
   * directory where it is missing, and the signing secret when nothing else is wrong.
   */
  public static Loaded load(Sources sources) {
    Configuration configuration = new Configuration(sources);
    configuration.refuseWhatIsNotThereYet();
    return configuration.loaded();
  }

  /** The carrier alone, for what runs before the application; changes nothing on the disk. */
  public static Carrier carrier(Sources sources) {
    return new Configuration(sources).reading.value(Keys.CARRIER);
  }

  private Loaded loaded() {
    Carrier carrier = reading.value(Keys.CARRIER);
    Cookie cookie = cookie();
    SessionLimits sessions = new SessionRules(reading, faults).limits();
    Passwords passwords = passwords();
    Throttling throttling = throttling();
    Reading.Given<Database> database = reading.read(Keys.DATABASE);
    boolean protect = protectApplication();
    Reading.Given<Map<String, List<String>>> declared = reading.read(Keys.PERMISSIONS);
    Map<String, Set<String>> permissions = new PermissionRules(declared.value(), faults).keys();
    RoleSettings roles = new RoleRules(reading, declared, faults).settings();
    ProxyRules proxies = new ProxyRules(reading, faults);
    Ingress ingress = ingress(proxies);
    SignInWays ways = signIn(proxies, roles, passwords);
    Optional<Mail> mail = new MailRules(reading, faults).mail(ingress, ways);
    Auditing audit = new Auditing(Duration.ofDays(reading.value(Keys.AUDIT_RETENTION_DAYS)));
    Optional<Path> directory = dataDirectory.flatMap(path -> DataDirectory.prepare(path, faults));
    Optional<SigningSecret> secret = secret(directory);
    return faults.isFaulty()
        ? new Loaded.Faulty(faults.all())
        : new Loaded.Ready(
            new Settings(
                carrier,
                cookie,
                sessions,
                passwords,
                throttling,
                ingress,
                database.or(embedded(directory.orElseThrow())),
                protect,
                directory.orElseThrow(),
                secret.orElseThrow(),
                permissions,
                roles,
                ways,
                audit,
                new Fingerprints(layers, secret.orElseThrow()).all(),
                mail),
            faults.warnings());
  }

  private void refuseWhatIsNotThereYet() {
    LaterKeys.ALL.forEach(reading::refuse);
  }

  private Cookie cookie() {
    Cookie cookie = new Cookie(reading.value(Keys.COOKIE_NAME), reading.value(Keys.COOKIE_SECURE));
    if (cookie.secure() == Cookie.Secure.NEVER) {
      faults.warn(Keys.COOKIE_SECURE.name() + " is false: the cookie also travels over plain http");
    }
    return cookie;
  }

  private Passwords passwords() {
    Passwords passwords =
        new Passwords(
            reading.value(Keys.MIN_LENGTH),
            reading.value(Keys.PASSWORD_RULES),
            reading.value(Keys.ALGORITHM),
            reading.value(Keys.HASH_ITERATIONS),
            reading.value(Keys.RESET_ADMIN_PASSWORD));
    boolean counts = passwords.algorithm() == Passwords.Algorithm.PBKDF2_SHA256;
    if (counts && passwords.hashIterations() < Keys.SOUND_ITERATIONS) {
      faults.warn(
          Keys.HASH_ITERATIONS.name()
              + " is "
              + passwords.hashIterations()
              + ": a stolen table is guessed faster than with "
              + Keys.SOUND_ITERATIONS);
    }
    return passwords;
  }

  private SignInWays signIn(ProxyRules proxies, RoleSettings roles, Passwords passwords) {
    SignInWays ways = proxies.signIn(roles.names());
    if (passwords.resetAdmin()) {
      String effect =
          ways.own()
              ? "every start gives the user admin a new password; take it out again"
              : "it has no effect, because only a proxy signs people in";
      faults.warn(Keys.RESET_ADMIN_PASSWORD.name() + " is true: " + effect);
    }
    return ways;
  }

  private Throttling throttling() {
    List<Limit> address = reading.value(Keys.RATE_LIMIT);
    int failures = reading.value(Keys.LOCKOUT_FAILURES);
    Duration window = reading.value(Keys.LOCKOUT_WINDOW);
    Duration duration = reading.value(Keys.LOCKOUT_DURATION);
    if (address.isEmpty()) {
      faults.warn(Keys.RATE_LIMIT.name() + " is off: an address may try any number of passwords");
    }
    if (failures == 0 || failures > Keys.SOUND_FAILURES) {
      faults.warn(
          Keys.LOCKOUT_FAILURES.name()
              + " is "
              + failures
              + ": one account may be tried too often");
    }
    return new Throttling(
        address, failures == 0 ? List.of() : List.of(new Limit(failures, window, duration)));
  }

  private Ingress ingress(ProxyRules proxies) {
    return new Ingress(
        reading.value(Keys.INTERNAL_PORTS), proxies.trustedProxies(), reading.value(Keys.BASE_URL));
  }

  private boolean protectApplication() {
    boolean protect = reading.value(Keys.PROTECT_APPLICATION);
    if (!protect) {
      faults.warn(
          Keys.PROTECT_APPLICATION.name()
              + " is false: the application itself must refuse cross-site requests");
    }
    return protect;
  }

  /** To be called last: none is made for a start that is refused. */
  private Optional<SigningSecret> secret(Optional<Path> directory) {
    Optional<StoredSecret> stored = directory.map(d -> new StoredSecret(d, faults));
    return new SecretLookup(sources, layers, stored, faults).find();
  }

  private static Database embedded(Path directory) {
    return Database.of("jdbc:h2:file:" + directory.resolve("auth"));
  }
}
