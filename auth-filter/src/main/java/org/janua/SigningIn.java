package org.janua;

import org.janua.account.PasswordChange;
import org.janua.signin.AdminReset;
import org.janua.signin.FirstStart;
import org.janua.signin.SignIn;

/**
 * The part of Janua where passwords are presented, wired.
 *
 * @param firstStart makes the first administrator
 * @param adminReset gives {@code admin} another password
 * @param signIn the sign-in use case
 * @param passwordChange setting passwords
 */
record SigningIn(
    FirstStart firstStart, AdminReset adminReset, SignIn signIn, PasswordChange passwordChange) {

  static SigningIn of(Ground on, PasswordCare care, Recognising recognising, People people) {
    FirstStart firstStart = new FirstStart(on.database(), care.hashing(), on.audit(), on.clock());
    return new SigningIn(
        firstStart,
        new AdminReset(on.database(), care.hashing(), care.throttle(), on.audit(), on.clock()),
        new SignIn(
            on.database(),
            people.accounts(),
            care.hashing(),
            recognising.sessions(),
            firstStart,
            care.throttle(),
            on.changes(),
            on.audit()),
        new PasswordChange(
            on.database(),
            people.accounts(),
            recognising.sessions(),
            care.hashing(),
            care.rules(),
            care.throttle(),
            on.changes(),
            on.audit(),
            on.clock()));
  }
}
