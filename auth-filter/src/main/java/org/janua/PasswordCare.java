package org.janua;

import java.net.URI;
import org.janua.account.PasswordRules;
import org.janua.config.Passwords;
import org.janua.provider.credentials.PasswordHashing;
import org.janua.throttle.Throttle;

/**
 * The part of Janua that every password goes through, wired.
 *
 * @param hashing how one is hashed and compared
 * @param rules what a new one must be
 * @param throttle how often one may be tried
 */
record PasswordCare(PasswordHashing hashing, PasswordRules rules, Throttle throttle) {

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  static PasswordCare of(Ground on) {
    Passwords passwords = on.settings().passwords();
    return new PasswordCare(
        PasswordHashing.of(passwords, CORES),
        new PasswordRules(
            passwords.minLength(),
            passwords.mixed(),
            on.settings().ingress().baseUrl().map(URI::getHost)),
        new Throttle(on.database(), on.settings().throttling(), on.clock(), CORES));
  }
}
