package org.janua.request;

import static org.janua.request.Requirement.ADMIN;
import static org.janua.request.Requirement.GUARDED;
import static org.janua.request.Requirement.LENIENT;
import static org.janua.request.Requirement.PUBLIC;
import static org.janua.request.Requirement.SESSION;
import static org.janua.request.Requirement.SIGNED_IN;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The one table of what may be asked under {@code /auth} and by whom. What is not in it is not
 * found, for anybody: a resource that was forgotten here cannot be reached.
 */
final class OwnResources {

  static final String AREA = "/auth";

  private static final String GROUPS = AREA + "/api/groups/";
  private static final Set<String> SIGN_IN =
      Set.of(AREA + "/login", AREA + "/api/login", AREA + "/api/signin");

  private static final List<Rule> RULES =
      List.of(
          rule("GET HEAD", "/auth/login", LENIENT),
          rule("GET HEAD", "/auth/assets/*", LENIENT),
          rule("GET HEAD", "/auth/api/session", LENIENT),
          rule("POST", "/auth/api/login", SESSION),
          rule("POST", "/auth/api/signin", SESSION),
          rule("GET POST", "/auth/api/logout", SESSION),
          rule("GET POST", "/auth/api/signout", SESSION),
          rule("GET HEAD", "/auth/api/verify", GUARDED),
          rule("POST", "/auth/api/password-reset", SESSION),
          rule("POST", "/auth/api/password-reset/*", SESSION),
          rule("GET HEAD", "/auth/api/providers", PUBLIC),
          rule("GET HEAD", "/auth/api/health", PUBLIC),
          rule("GET HEAD PATCH", "/auth/api/profile", SIGNED_IN).notByKey("PATCH"),
          rule("PUT", "/auth/api/users/*/password", SIGNED_IN).notByKey("PUT"),
          rule("GET HEAD DELETE", "/auth/api/sessions", SIGNED_IN).notByKey("DELETE"),
          rule("DELETE", "/auth/api/sessions/*", SIGNED_IN).notByKey("DELETE"),
          rule("GET HEAD POST", "/auth/api/api-keys", SIGNED_IN).notByKey("POST"),
          rule("DELETE", "/auth/api/api-keys/*", SIGNED_IN).notByKey("DELETE"),
          rule("POST", "/auth/api/api-keys/*/rotate", SIGNED_IN).notByKey("POST"),
          rule("GET HEAD PUT", "/auth/api/resources/*/*", SIGNED_IN),
          rule("GET HEAD", "/auth/api/resources/*/*/explain", SIGNED_IN),
          rule("GET HEAD POST", "/auth/api/users", ADMIN),
          rule("GET HEAD PATCH DELETE", "/auth/api/users/*", ADMIN),
          rule("POST", "/auth/api/users/*/unlock", ADMIN),
          rule("GET HEAD DELETE", "/auth/api/users/*/sessions", ADMIN).notByKey("DELETE"),
          rule("DELETE", "/auth/api/users/*/sessions/*", ADMIN).notByKey("DELETE"),
          rule("GET HEAD DELETE", "/auth/api/users/*/api-keys", ADMIN).notByKey("DELETE"),
          rule("DELETE", "/auth/api/users/*/api-keys/*", ADMIN).notByKey("DELETE"),
          rule("POST", "/auth/api/users/*/password-reset", ADMIN).notByKey("POST"),
          rule("PUT", "/auth/api/users/*/role", ADMIN),
          rule("GET HEAD POST", "/auth/api/groups", ADMIN),
          rule("GET HEAD PATCH DELETE", "/auth/api/groups/*", ADMIN),
          rule("PUT DELETE", "/auth/api/groups/*/members/*", ADMIN),
          rule("PUT", "/auth/api/groups/*/permissions", ADMIN),
          rule("GET HEAD", "/auth/api/permissions", ADMIN),
          rule("GET HEAD", "/auth/api/audit", ADMIN),
          rule("GET", "/auth/api/audit.csv", ADMIN),
          rule("GET HEAD POST", "/auth/api/roles", ADMIN),
          rule("GET HEAD PUT DELETE", "/auth/api/roles/*", ADMIN));

  private OwnResources() {}

  /** Whether a path belongs to Janua, whatever is there. */
  static boolean covers(String path) {
    return path.equals(AREA) || path.startsWith(AREA + "/");
  }

  /** Whether it is for signing in to Janua itself, or for the password one does that with. */
  static boolean isSignIn(String path) {
    return SIGN_IN.contains(path) || path.startsWith(AREA + "/api/password-reset");
  }

  /** Whether it is about a group by its name; whatever is there is for administrators. */
  static boolean isOfGroups(String path) {
    return path.startsWith(GROUPS);
  }

  /** Every resource there is. */
  static List<Rule> all() {
    return RULES;
  }

  static Optional<Rule> find(String path) {
    List<String> segments = List.of(path.split("/", -1));
    return RULES.stream().filter(rule -> rule.matches(segments)).findFirst();
  }

  private static Rule rule(String methods, String path, Requirement requirement) {
    return new Rule(
        new TreeSet<>(List.of(methods.split(" "))),
        List.of(path.split("/")),
        requirement,
        Set.of());
  }

  /**
   * A resource.
   *
   * @param methods the methods it answers to
   * @param segments its path; {@code *} stands for one segment
   * @param requirement what it asks of whoever uses it
   * @param inPerson the methods that no API key may use, whatever its owner may do: a key that was
   *     stolen must not be able to make itself another, or to shut its owner out
   */
  record Rule(
      Set<String> methods, List<String> segments, Requirement requirement, Set<String> inPerson) {

    Rule notByKey(String... refused) {
      return new Rule(methods, segments, requirement, Set.of(refused));
    }

    boolean matches(List<String> path) {
      if (path.size() != segments.size()) {
        return false;
      }
      for (int i = 0; i < path.size(); i++) {
        String wanted = segments.get(i);
        if (!(wanted.equals("*") ? !path.get(i).isEmpty() : wanted.equals(path.get(i)))) {
          return false;
        }
      }
      return true;
    }

    String allow() {
      return methods.stream().sorted().collect(Collectors.joining(", "));
    }
  }
}
