package org.janua.jpa;

import java.util.Locale;

/** Text from outside on its way into a column or a pattern. */
final class Text {
  private static final char NUL = '\0';

  private Text() {}

  /** Whether a column can hold it: PostgreSQL refuses U+0000 in text. */
  static boolean isStorable(String text) {
    return text.indexOf(NUL) < 0;
  }

  /** The text without U+0000, cut to a length in UTF-16 units at a character's border. */
  static String fit(String text, int length) {
    if (text == null) {
      return null;
    }
    String storable = text.replace(String.valueOf(NUL), "");
    if (storable.length() <= length) {
      return storable;
    }
    boolean splitsPair = Character.isHighSurrogate(storable.charAt(length - 1));
    return storable.substring(0, splitsPair ? length - 1 : length);
  }

  /** A LIKE pattern for "contains", lower case, to be used with {@code escape '!'}. */
  static String containing(String part) {
    String escaped = part.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return "%" + escaped.toLowerCase(Locale.ROOT) + "%";
  }
}
