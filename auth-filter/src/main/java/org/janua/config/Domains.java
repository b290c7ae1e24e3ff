package org.janua.config;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The kinds of values that mean something to Janua only. */
final class Domains {
  // RFC 6265 section 4.1.1: cookie-name = token (RFC 2616 section 2.2)
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}");
  private static final Pattern PERMISSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

  /** What a key, a type and a level may be called, for a person. */
  static final String KEY = "1 to 64 letters, digits and ._:-";

  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final int LAST_PORT = 65_535;

  private Domains() {}

  static Kind<String> cookieName() {
    return Kinds.text()
        .only(
            name -> TOKEN.matcher(name).matches(),
            "is not a cookie name: letters, digits and !#$%&'*+-.^_`|~ only, at most 64")
        .only(
            name -> !name.startsWith("__") && !name.startsWith("$"),
            "starts with a reserved prefix; __Host- is added by itself on https")
        .only(name -> !name.equalsIgnoreCase("JSESSIONID"), "belongs to the server's own session")
        .called("cookie name", "RFC 6265 token of 1 to 64 characters, not starting with __ or $");
  }

  static Kind<Path> path() {
    return Kinds.text().parsed(Domains::parsePath, "is not a path").called("path", "");
  }

  /** H2 reads what follows a semicolon of its URL as settings. */
  static Kind<Path> directory() {
    return path()
        .only(path -> path.toString().indexOf(';') < 0, "has a semicolon")
        .called("path", "without `;`");
  }

  private static Optional<Path> parsePath(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException malformed) {
      return Optional.empty();
    }
  }

  static Kind<Database> database() {
    return Kinds.text()
        .hidden()
        .only(Domains::namesDatabase, "is neither a JDBC URL nor a JNDI name of a data source")
        .only(
            text -> !text.matches("jdbc:(mariadb|mysql):.*"),
            "names a database that is not available in this version yet")
        .only(
            text -> !text.startsWith("jdbc:") || text.matches("jdbc:(h2|postgresql):.+"),
            "names a database that is not supported: H2 and PostgreSQL are")
        .as(Database::of)
        .called("JDBC URL or JNDI name", "`jdbc:h2:…`, `jdbc:postgresql:…`, `java:…`, `jdbc/…`");
  }

  private static boolean namesDatabase(String text) {
    return text.matches("(jdbc:|java:|jdbc/)\\S+");
  }

  static Kind<URI> address() {
    return Kinds.text()
        .hidden()
        .parsed(
            text -> webAddress(text.replaceFirst("/+$", "")).filter(Domains::isPlain),
            "is not an http or https address without query or user name")
        .called("URL", "http or https, with a host, without user, query or fragment");
  }

  static Kind<URI> link() {
    return Kinds.text()
        .parsed(Domains::webAddress, "is not an http or https address")
        .called("URL", "http or https, with a host");
  }

  private static Optional<URI> webAddress(String text) {
    try {
      return Optional.of(URI.create(text))
          .filter(uri -> uri.getScheme() != null && uri.getHost() != null)
          .filter(uri -> SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT)))
          .filter(uri -> uri.getPort() <= LAST_PORT);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isPlain(URI uri) {
    return uri.getRawUserInfo() == null
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }

  static Kind<List<String>> providers() {
    Kind<String> provider =
        Kinds.choice(
            Set.of("ldap", "oidc"),
            Map.entry("credentials", "credentials"),
            Map.entry("proxy", "proxy"),
            Map.entry("guest", "guest"));
    return Kinds.list(provider)
        .only(list -> !list.isEmpty(), "is empty, so nobody could sign in")
        .called("list of choices", "credentials, proxy, guest");
  }

  static Kind<Carrier> carrier() {
    return Kinds.choice(
        Set.of(), Map.entry("container", Carrier.CONTAINER), Map.entry("filter", Carrier.FILTER));
  }

  static Kind<Cookie.Secure> cookieSecure() {
    return Kinds.choice(
        Set.of(),
        Map.entry("auto", Cookie.Secure.AUTO),
        Map.entry("true", Cookie.Secure.ALWAYS),
        Map.entry("false", Cookie.Secure.NEVER));
  }

  static Kind<Passwords.Algorithm> algorithm() {
    return Kinds.choice(
        Set.of(),
        Map.entry("pbkdf2_sha256", Passwords.Algorithm.PBKDF2_SHA256),
        Map.entry("bcrypt", Passwords.Algorithm.BCRYPT),
        Map.entry("argon2id", Passwords.Algorithm.ARGON2ID));
  }

  /** Whether characters of several sorts are demanded. */
  static Kind<Boolean> passwordRules() {
    return Kinds.choice(Set.of(), Map.entry("length", false), Map.entry("mixed", true));
  }

  static Kind<Set<Integer>> ports() {
    return Kinds.list(Kinds.number(1, LAST_PORT))
        .<Set<Integer>>as(HashSet::new)
        .called("list of ports", "1 to 65535");
  }

  static Kind<Integer> rounds() {
    return Kinds.number(1_000, 5_000_000).in("rounds");
  }

  static Kind<List<Limit>> rateLimit() {
    Kind<String> text = Kinds.text();
    return new Kind<>(
        "rate limit",
        "failures",
        LimitNotation.FORM,
        Kind.Shape.ONE,
        false,
        (value, spot) ->
            text.reader()
                .read(value, spot)
                .flatMap(t -> LimitNotation.parse(t, problem -> spot.wrong(value, problem))));
  }

  static Kind<String> secret() {
    return Kinds.text()
        .hidden()
        .only(text -> text.length() >= SigningSecret.MIN_LENGTH, "is shorter than 64 characters")
        .called("secret", "at least 64 characters");
  }

  static Kind<Map<String, List<String>>> permissions() {
    return Kinds.map(Kinds.list(permission()))
        .called("map of keys to lists of keys", "keys of " + KEY);
  }

  private static Kind<String> permission() {
    return Kinds.text()
        .only(Domains::isPermission, "is not a permission key")
        .called("permission key", KEY);
  }

  /** A key becomes a container role, where {@code *} and blanks have meanings of their own. */
  static boolean isPermission(String name) {
    return PERMISSION.matcher(name).matches();
  }

  /** {@code 7d} in seconds; what is not in that notation stays and is judged as it is. */
  static String inSeconds(String text) {
    String notation = text.strip();
    if (!notation.matches("[0-9]{1,9}[smhd]")) {
      return text;
    }
    long count = Long.parseLong(notation.substring(0, notation.length() - 1));
    long unit =
        Map.of('s', 1L, 'm', 60L, 'h', 3_600L, 'd', 86_400L)
            .get(notation.charAt(notation.length() - 1));
    return Long.toString(count * unit);
  }
}
