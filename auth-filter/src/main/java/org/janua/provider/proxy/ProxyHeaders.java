package org.janua.provider.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.janua.config.ProxySecret;
import org.janua.config.ProxySignIn;

/**
 * Reads what a proxy says of who is calling. It counts only from an address that is trusted and
 * with the secret beside it: an address alone may be shared, and a secret alone may have leaked.
 * Immutable.
 */
public final class ProxyHeaders {

  private static final String SECRET = "X-Proxy-Secret";
  private static final int LONGEST_NAME = 255;

  /** What this and other proxies say of a caller. */
  private static final Set<String> USUAL =
      Set.of(
          "remote-user",
          "remote-role",
          "remote-groups",
          "remote-email",
          "remote-name",
          "x-proxy-secret");

  private final ProxySecret secret;
  private final String userHeader;
  private final Optional<String> roleHeader;
  private final Optional<String> defaultUser;
  private final GroupRoles roles;

  /**
   * Wires it.
   *
   * @param roles every role there is, in the order of precedence
   */
  public ProxyHeaders(ProxySignIn settings, Supplier<List<String>> roles) {
    this.secret = settings.secret();
    this.userHeader = settings.userHeader();
    this.roleHeader = settings.roleHeader();
    this.defaultUser = settings.defaultUser();
    this.roles = new GroupRoles(settings, roles);
  }

  /**
   * The headers that must not reach the application, in lower case: it would have to tell a proxy's
   * from anybody's.
   *
   * @param settings how a proxy says who is calling, if one does
   */
  public static Set<String> withheld(Optional<ProxySignIn> settings) {
    Set<String> names = new TreeSet<>(USUAL);
    settings.map(ProxySignIn::userHeader).ifPresent(names::add);
    settings.flatMap(ProxySignIn::roleHeader).ifPresent(names::add);
    return Set.copyOf(names);
  }

  /**
   * Reads them.
   *
   * @param trusted whether the connection comes from a trusted proxy
   * @param headers the lines of a header
   */
  public Vouched read(boolean trusted, Function<String, List<String>> headers) {
    List<String> proof = headers.apply(SECRET);
    List<String> user = headers.apply(userHeader);
    List<String> groups = roleHeader.map(headers).orElse(List.of());
    if (proof.isEmpty() && user.isEmpty() && groups.isEmpty()) {
      return new Vouched.Silent();
    }
    if (!trusted) {
      return new Vouched.Unproven("the connection does not come from auth.trusted_proxies");
    }
    if (proof.size() != 1 || !secret.matches(proof.get(0))) {
      return new Vouched.Unproven(SECRET + " is missing, wrong or there twice");
    }
    return decoded(groups)
        .map(known -> proven(user, known))
        .orElseGet(() -> new Vouched.Unproven("the groups are not UTF-8"));
  }

  private Vouched proven(List<String> user, List<String> groups) {
    if (user.isEmpty()) {
      return new Vouched.Nameless(defaultUser.map(name -> named(name, groups)));
    }
    return onlyName(user)
        .<Vouched>map(name -> named(name, groups))
        .orElseGet(() -> new Vouched.Unproven(userHeader + " does not hold exactly one name"));
  }

  private Vouched.Named named(String name, List<String> groups) {
    return new Vouched.Named(name, roles.role(groups));
  }

  /** A comma may be two lines that a proxy joined (RFC 9110 5.3): one of them was planted. */
  private static Optional<String> onlyName(List<String> lines) {
    return lines.size() == 1
        ? HeaderText.decode(lines.get(0))
            .filter(name -> !name.isBlank())
            .filter(name -> name.codePointCount(0, name.length()) <= LONGEST_NAME)
            .filter(name -> name.codePoints().noneMatch(ProxyHeaders::isForbiddenInName))
        : Optional.empty();
  }

  private static boolean isForbiddenInName(int character) {
    int type = Character.getType(character);
    return character == ','
        || Character.isISOControl(character)
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static Optional<List<String>> decoded(List<String> lines) {
    List<String> decoded = new ArrayList<>();
    lines.forEach(line -> HeaderText.decode(line).ifPresent(decoded::add));
    return decoded.size() == lines.size() ? Optional.of(decoded) : Optional.empty();
  }
}
