package org.janua.sample.it;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How Janua tells the container who is calling: {@code auth.carrier}. */
enum Carrier {
  CONTAINER,
  FILTER;

  /** The value of {@code AUTH_CARRIER}. */
  String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the container enforces rules of its own about a path and knows the caller for it. */
  boolean meetsServletConstraints() {
    return this == CONTAINER;
  }

  /** The carriers named by {@code -Djanua.carriers}. */
  static List<Carrier> chosen() {
    return Stream.of(System.getProperty("janua.carriers", "container,filter").split(","))
        .map(name -> valueOf(name.strip().toUpperCase(Locale.ROOT)))
        .toList();
  }
}
