package org.janua.audit;

/**
 * Text from outside made fit for one line wherever it is shown: what would break a line, move the
 * cursor or turn the direction of writing is spelled out (ASVS 5.0 16.4.1).
 */
final class OneLine {

  private OneLine() {}

  /** The text, cut to so many characters before anything is spelled out. */
  static String of(String text, int longest) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), longest));
    text.codePoints()
        .limit(longest)
        .forEach(
            c -> {
              if (isHarmless(c)) {
                line.appendCodePoint(c);
              } else {
                line.append(String.format("\\u{%x}", c));
              }
            });
    return line.toString();
  }

  private static boolean isHarmless(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
