package org.janua.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.janua.access.Canonical;
import org.janua.provider.credentials.Password;

/**
 * What a new password has to be: long enough, not absurdly long, and not one of those that are
 * tried first: common passwords, rows of keys, the names that everybody knows here (NIST SP
 * 800-63B-4, 3.1.1.2). A listed word inside a longer password is fine. Never applied to a password
 * at sign-in. Thread-safe.
 */
public final class PasswordRules {

  /** One of these is tried with any digits and signs around it, too many for a list. */
  private static final ContextWords EVERYBODYS =
      new ContextWords(
          List.of(
              ("password passwort passw0rd p@ssw0rd p@ssword admin administrator root login guest"
                      + " test welcome letmein changeme default secret master monkey dragon qwerty"
                      + " iloveyou spring summer autumn winter")
                  .split(" ")));

  private final int minLength;
  private final boolean mixed;
  private final List<String> siteNames;
  private final CommonPasswords common;

  /**
   * Builds the rules.
   *
   * @param minLength fewest code points
   * @param mixed whether a small letter, a capital, a digit and a sign are demanded too
   * @param host the host of the public address, whose words make no password; empty: unknown
   */
  public PasswordRules(int minLength, boolean mixed, Optional<String> host) {
    this.minLength = minLength;
    this.mixed = mixed;
    this.siteNames = Stream.concat(Stream.of("janua"), host.stream()).toList();
    this.common = new CommonPasswords(minLength);
  }

  /**
   * The rule a password breaks, if any.
   *
   * @param username whose it is to be
   * @param email may be {@code null}
   */
  Optional<Refusal> check(Password password, String username, String email) {
    return ofLength(password)
        .or(() -> mixed ? ofMixture(password) : Optional.empty())
        .or(() -> ofGuessing(Canonical.of(password.reveal()), username, email))
        .map(message -> Refusal.invalid("password", message));
  }

  private Optional<String> ofLength(Password password) {
    if (password.length() < minLength) {
      return Optional.of("Must have at least " + minLength + " characters.");
    }
    if (password.length() > Password.LONGEST) {
      return Optional.of("Must have at most " + Password.LONGEST + " characters.");
    }
    return password.isWellFormed()
        ? Optional.empty()
        : Optional.of("Holds a character that is not one.");
  }

  private static Optional<String> ofMixture(Password password) {
    IntPredicate sign = c -> !Character.isLetterOrDigit(c) && !Character.isWhitespace(c);
    boolean has =
        Stream.<IntPredicate>of(
                Character::isLowerCase, Character::isUpperCase, Character::isDigit, sign)
            .allMatch(kind -> password.reveal().codePoints().anyMatch(kind));
    return has
        ? Optional.empty()
        : Optional.of("Must have a small letter, a capital letter, a digit and a sign.");
  }

  private Optional<String> ofGuessing(String folded, String username, String email) {
    Regularity regularity = new Regularity(folded);
    if (regularity.isTried() && regularity.period() < minLength) {
      return Optional.of("Must not be something shorter again and again.");
    }
    if (regularity.isTried() && regularity.isRow()) {
      return Optional.of("Must not be a row of keys or of neighbours in the alphabet.");
    }
    if (context(username, email).countIn(folded) > 0) {
      return Optional.of("Must be more than your name, your address or the name of this place.");
    }
    return EVERYBODYS.countIn(folded) == 1 || common.contains(folded)
        ? Optional.of("Is one of the passwords that everybody tries first.")
        : Optional.empty();
  }

  private ContextWords context(String username, String email) {
    List<String> names = new ArrayList<>(siteNames);
    Stream.of(username, email)
        .filter(Objects::nonNull)
        .forEach(name -> names.addAll(List.of(name, localPart(name))));
    return new ContextWords(names);
  }

  private static String localPart(String address) {
    return address.replaceFirst("@.*", "");
  }
}
