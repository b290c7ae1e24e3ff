package org.janua.account;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.janua.access.Canonical;

/**
 * A user name: 1 to 255 characters of letters, digits and {@code . _ - @ +}, the letters of one
 * script (Unicode UTS 39: a Cyrillic "а" among Latin letters is somebody pretending), in
 * normalization form C. Kept as typed; two names are the same account when their {@link #canonical}
 * forms are equal.
 *
 * @param typed the name as it was typed, normalized
 * @param canonical the name without regard to case
 */
public record Username(String typed, String canonical) {

  private static final int LONGEST = 255;
  private static final String SIGNS = "._-@+";
  private static final Set<UnicodeScript> ANY_SCRIPT =
      EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);

  /** Reads a name; empty when it breaks a rule. */
  public static Optional<Username> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String name = Normalizer.normalize(text, Normalizer.Form.NFC);
    boolean good =
        !name.isEmpty()
            && name.length() <= LONGEST
            && name.codePoints().allMatch(Username::isAllowed)
            && name.codePoints().anyMatch(Character::isLetterOrDigit)
            && scripts(name) <= 1;
    return good ? Optional.of(new Username(name, Canonical.of(name))) : Optional.empty();
  }

  private static boolean isAllowed(int character) {
    return Character.isLetterOrDigit(character) || SIGNS.indexOf(character) >= 0;
  }

  private static long scripts(String name) {
    return name.codePoints()
        .mapToObj(UnicodeScript::of)
        .filter(script -> !ANY_SCRIPT.contains(script))
        .distinct()
        .count();
  }
}
