package org.janua.account;

import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import org.janua.access.Canonical;

/**
 * The name of a group: 1 to 64 characters of any script, without control characters, others that
 * are not seen, a blank at either end, or what a path cannot carry: a slash, a backslash, a
 * semicolon, a hash sign, or nothing but one or two dots. In normalization form C. Kept as typed;
 * two names are the same group when their {@link #canonical} forms are equal, and nothing in a name
 * stands for anything else.
 *
 * @param typed the name as it was typed, normalized
 * @param canonical the name without regard to case
 */
record GroupName(String typed, String canonical) {

  private static final int LONGEST = 64;

  /**
   * RFC 3986 3.3, 5.2.4; some server refuses each of them or ends a path there, however encoded.
   */
  private static final String PARTS_OF_A_PATH = "/\\;#";

  /** The two that are not seen and that scripts need, between letters (Unicode 23.2). */
  private static final String JOINERS = "\u200c\u200d";

  /** Letters and signs that look like a blank, whatever Unicode calls them. */
  private static final String LIKE_BLANKS = "\u115f\u1160\u2800\u3164\uffa0";

  private static final Set<String> DOTS = Set.of(".", "..");

  /** Reads a name; empty when it breaks a rule. */
  static Optional<GroupName> parse(String text) {
    if (text.length() > 2 * LONGEST) { // a character takes two at most
      return Optional.empty();
    }
    String name = Normalizer.normalize(text, Normalizer.Form.NFC);
    boolean good =
        !name.isEmpty()
            && name.codePointCount(0, name.length()) <= LONGEST
            && name.codePoints().noneMatch(GroupName::isForbidden)
            && !isBlank(name.codePointAt(0))
            && !isBlank(name.codePointBefore(name.length()))
            && !DOTS.contains(name);
    return good ? Optional.of(new GroupName(name, Canonical.of(name))) : Optional.empty();
  }

  private static boolean isForbidden(int character) {
    int type = Character.getType(character);
    return Character.isISOControl(character)
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.FORMAT && JOINERS.indexOf(character) < 0
        || PARTS_OF_A_PATH.indexOf(character) >= 0;
  }

  private static boolean isBlank(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || JOINERS.indexOf(character) >= 0
        || LIKE_BLANKS.indexOf(character) >= 0;
  }
}
