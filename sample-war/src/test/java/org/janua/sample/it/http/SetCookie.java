package org.janua.sample.it.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A {@code Set-Cookie} line taken apart.
 *
 * @param attributes in lower case, such as {@code path=/}; values included
 */
public record SetCookie(String name, String value, Set<String> attributes) {

  static SetCookie parse(String line) {
    String[] parts = line.split(";");
    int equals = parts[0].indexOf('=');
    Set<String> attributes =
        Arrays.stream(parts)
            .skip(1)
            .map(part -> part.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));
    return new SetCookie(parts[0].substring(0, equals), parts[0].substring(equals + 1), attributes);
  }

  /** The attributes that say where the cookie goes, without how long it lives. */
  public Set<String> reach() {
    return attributes.stream()
        .filter(attribute -> !attribute.startsWith("max-age") && !attribute.startsWith("expires"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The seconds of {@code Max-Age}. */
  public long seconds() {
    return attributes.stream()
        .filter(attribute -> attribute.startsWith("max-age="))
        .mapToLong(attribute -> Long.parseLong(attribute.substring("max-age=".length())))
        .findFirst()
        .orElseThrow();
  }

  /** Whether the browser forgets the cookie when it is closed. */
  public boolean isSessionCookie() {
    return attributes.stream()
        .noneMatch(attribute -> attribute.startsWith("max-age") || attribute.startsWith("expires"));
  }
}
