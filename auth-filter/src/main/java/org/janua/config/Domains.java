package org.janua.config;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    return Kinds.text()
        .as(Domains::parsePath)
        .only(Optional::isPresent, "is not a path")
        .as(Optional::get)
        .called("path", "");
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
        .as(Domains::parse)
        .only(Optional::isPresent, "is not an http or https address without query or user name")
        .as(Optional::get)
        .called("URL", "http or https, with a host, without user, query or fragment");
  }

  private static Optional<URI> parse(String text) {
    try {
      URI uri = URI.create(text.replaceFirst("/+$", ""));
      return Optional.of(uri).filter(Domains::isAddress);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isAddress(URI uri) {
    return uri.getScheme() != null
        && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
        && uri.getHost() != null
        && uri.getRawUserInfo() == null
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null
        && uri.getPort() <= 65_535;
  }

  static Kind<List<String>> providers() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("credentials", "credentials");
    words.put("proxy", "proxy");
    return Kinds.list(Kinds.choice(words, Set.of("ldap", "oidc", "guest")))
        .only(list -> !list.isEmpty(), "is empty, so nobody could sign in")
        .called("list of choices", "credentials, proxy");
  }

  static Kind<Carrier> carrier() {
    Map<String, Carrier> words = new LinkedHashMap<>();
    words.put("container", Carrier.CONTAINER);
    words.put("filter", Carrier.FILTER);
    return Kinds.choice(words, Set.of());
  }

  static Kind<Cookie.Secure> cookieSecure() {
    Map<String, Cookie.Secure> words = new LinkedHashMap<>();
    words.put("auto", Cookie.Secure.AUTO);
    words.put("true", Cookie.Secure.ALWAYS);
    words.put("false", Cookie.Secure.NEVER);
    return Kinds.choice(words, Set.of());
  }

  static Kind<Passwords.Algorithm> algorithm() {
    Map<String, Passwords.Algorithm> words = new LinkedHashMap<>();
    words.put("pbkdf2_sha256", Passwords.Algorithm.PBKDF2_SHA256);
    words.put("bcrypt", Passwords.Algorithm.BCRYPT);
    words.put("argon2id", Passwords.Algorithm.ARGON2ID);
    return Kinds.choice(words, Set.of());
  }

  /** Whether characters of several sorts are demanded. */
  static Kind<Boolean> passwordRules() {
    Map<String, Boolean> words = new LinkedHashMap<>();
    words.put("length", false);
    words.put("mixed", true);
    return Kinds.choice(words, Set.of());
  }

  static Kind<Set<Integer>> ports() {
    return Kinds.list(Kinds.number(1, 65_535))
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
        .called("map of keys to lists of keys", "keys of 1 to 64 letters, digits and ._:-");
  }

  private static Kind<String> permission() {
    return Kinds.text()
        .only(Domains::isPermission, "is not a permission key")
        .called("permission key", "1 to 64 letters, digits and ._:-");
  }

  /** A level of a resource type; named like a permission key. */
  static Kind<String> level() {
    return Kinds.text()
        .only(Domains::isPermission, "is not the name of a level: " + KEY)
        .called("level", KEY);
  }

  static Kind<String> resourceType() {
    return Kinds.text()
        .only(Domains::isPermission, "is not the name of a type: " + KEY)
        .called("resource type", KEY);
  }

  static Kind<Map<String, ResourceMembers.Read>> resources() {
    return Kinds.map(new Kind<>("map", "", "", Kind.Shape.MAP, false, ResourceMembers::read))
        .called("map of types to maps", "members `levels`, `read_by_viewer`");
  }

  /** Roles, each with the ids of each type; a plain list is of the usual type. */
  static Kind<Map<String, Map<String, Set<String>>>> roles() {
    return Kinds.map(new Kind<>("resources", "", "", Kind.Shape.MAP, false, Domains::roleResources))
        .called(
            "map of roles to lists of ids, or to maps of types to lists",
            "names of 1 to 64 letters, digits and ._; lists that are not empty, or `\"*\"`");
  }

  private static Optional<Map<String, Set<String>>> roleResources(Value value, Spot spot) {
    return value instanceof Value.Entries
        ? Kinds.map(ids()).reader().read(value, spot)
        : ids().reader().read(value, spot).map(ids -> Map.of(RoleRules.USUAL_TYPE, ids));
  }

  private static Kind<Set<String>> ids() {
    return new Kind<>("list of ids", "", "", Kind.Shape.LIST, false, Domains::ids);
  }

  /** Whether the ids are right is judged where those of an administrator are judged, too. */
  private static Optional<Set<String>> ids(Value value, Spot spot) {
    return value instanceof Value.Scalar everything
            && everything.text().equals(CustomRole.EVERYTHING)
        ? Optional.of(Set.of(CustomRole.EVERYTHING))
        : Kinds.list(Kinds.text()).reader().read(value, spot).map(LinkedHashSet::new);
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
