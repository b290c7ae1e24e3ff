package org.janua.provider.proxy;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.janua.access.Rights;
import org.janua.config.ProxySignIn;

/**
 * Turns what a proxy says of somebody's groups into one role. Of several that match, {@code admin}
 * wins, then the order of the configuration; never chance. Immutable.
 */
final class GroupRoles {

  /** RFC 9110 5.6.3; a blank of any other kind is part of a group's name. */
  private static final Pattern AROUND = Pattern.compile("^[ \\t]+|(?<![ \\t])[ \\t]+$");

  private final Map<String, List<String>> map;
  private final Pattern separator;
  private final Optional<String> otherwise;
  private final Supplier<List<String>> roles;

  /**
   * Wires it.
   *
   * @param roles every role there is, in the order of precedence
   */
  GroupRoles(ProxySignIn settings, Supplier<List<String>> roles) {
    this.map = adminFirst(settings.roleMap());
    this.separator = Pattern.compile(settings.separator(), Pattern.LITERAL);
    this.otherwise = settings.strict() ? Optional.empty() : Optional.of(settings.defaultRole());
    this.roles = roles;
  }

  private static Map<String, List<String>> adminFirst(Map<String, List<String>> map) {
    Map<String, List<String>> ordered = new LinkedHashMap<>();
    Optional.ofNullable(map.get(Rights.ADMIN)).ifPresent(all -> ordered.put(Rights.ADMIN, all));
    map.forEach(ordered::putIfAbsent);
    return Collections.unmodifiableMap(ordered);
  }

  /**
   * The role that these lines give; without one that matches the default, or none where that is
   * refused.
   *
   * @param lines each with any number of values
   */
  Optional<String> role(List<String> lines) {
    Set<String> values =
        lines.stream()
            .flatMap(separator::splitAsStream)
            .map(value -> AROUND.matcher(value).replaceAll(""))
            .filter(value -> !value.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    return (map.isEmpty() ? named(values) : mapped(values)).findFirst().or(() -> otherwise);
  }

  private Stream<String> named(Set<String> values) {
    Set<String> folded = values.stream().map(GroupRoles::folded).collect(Collectors.toSet());
    return roles.get().stream().filter(role -> folded.contains(folded(role)));
  }

  private Stream<String> mapped(Set<String> groups) {
    Collection<String> known = roles.get();
    return map.entrySet().stream()
        .filter(entry -> !Collections.disjoint(entry.getValue(), groups))
        .map(Map.Entry::getKey)
        .filter(known::contains);
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
