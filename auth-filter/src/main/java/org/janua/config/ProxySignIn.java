package org.janua.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a proxy in front says who is calling.
 *
 * @param secret what it proves itself with
 * @param userHeader the header with the user's name, in lower case
 * @param roleHeader the header with roles or groups, in lower case
 * @param roleMap roles and the groups that give them, in the order of the file; empty: the header
 *     holds names of roles
 * @param separator what stands between two values of that header, one character
 * @param defaultRole the role of whom no value gives one
 * @param strict whether whom no value gives a role is refused instead
 * @param defaultUser the name of whom the proxy does not name
 */
public record ProxySignIn(
    ProxySecret secret,
    String userHeader,
    Optional<String> roleHeader,
    Map<String, List<String>> roleMap,
    String separator,
    String defaultRole,
    boolean strict,
    Optional<String> defaultUser) {
  /** Keeps the order of the map. */
  public ProxySignIn {
    roleMap = Collections.unmodifiableMap(new LinkedHashMap<>(roleMap));
  }
}
