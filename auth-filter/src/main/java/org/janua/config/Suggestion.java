package org.janua.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a misspelt name was meant to be. */
final class Suggestion {
  private final Collection<String> known;

  Suggestion(Collection<String> known) {
    this.known = known;
  }

  /** The known name that a person would most likely have meant. */
  Optional<String> meant(String name) {
    return lastStep(name).or(() -> within(name, Math.max(2, name.length() / 4)));
  }

  /** The nearest known name, if it is at most so many letters away. */
  Optional<String> within(String name, int distance) {
    String plain = plain(name);
    return known.stream()
        .min(Comparator.comparingInt((String k) -> distance(plain, plain(k))).thenComparing(k -> k))
        .filter(nearest -> distance(plain, plain(nearest)) <= distance);
  }

  /** {@code session_length} was meant to be {@code auth.session_length}. */
  private Optional<String> lastStep(String name) {
    String step = plain(name.substring(name.lastIndexOf('.') + 1));
    return known.stream().filter(k -> plain(k).endsWith("." + step)).sorted().findFirst();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /** Levenshtein: letters to insert, delete or replace. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
