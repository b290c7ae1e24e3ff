package org.janua.account;

import java.util.Optional;
import org.janua.provider.credentials.Password;

/**
 * What a new password has to be: long enough, and not absurdly long. No composition rules (NIST SP
 * 800-63B-4, 3.1.1.2).
 *
 * @param minLength fewest code points
 */
public record PasswordRules(int minLength) {

  /** The rule a password breaks, if any. */
  Optional<Refusal> check(Password password) {
    if (password.length() < minLength) {
      return Optional.of(
          Refusal.invalid("password", "Must have at least " + minLength + " characters."));
    }
    return password.length() > Password.LONGEST
        ? Optional.of(
            Refusal.invalid("password", "Must have at most " + Password.LONGEST + " characters."))
        : Optional.empty();
  }
}
