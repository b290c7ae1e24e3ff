package org.janua.signin;

import java.util.stream.Collectors;

/** Text from outside made fit for one line of a log: quoted, cut, nothing that breaks a line. */
final class Printable {

  private static final int LONGEST = 64;

  private Printable() {}

  static String of(String text) {
    return text.codePoints()
        .limit(LONGEST)
        .mapToObj(c -> isPlain(c) ? Character.toString(c) : String.format("\\u{%x}", c))
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static boolean isPlain(int character) {
    return Character.isLetterOrDigit(character) || "._-@+ ".indexOf(character) >= 0;
  }
}
