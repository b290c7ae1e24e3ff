package org.janua;

import java.net.URI;
import java.util.Optional;
import org.janua.account.ForgottenPassword;
import org.janua.account.PasswordReset;
import org.janua.mail.Outbox;

/**
 * The part of Janua that sets forgotten passwords anew, wired.
 *
 * @param outbox where mails wait; empty where none are sent
 * @param byMail mailing links; empty where no mails are sent
 * @param byLink using links
 */
record Resets(Optional<Outbox> outbox, Optional<ForgottenPassword> byMail, PasswordReset byLink) {

  static Resets of(Ground on, PasswordCare care) {
    Optional<Outbox> outbox =
        on.settings()
            .mail()
            .filter(mail -> on.settings().signIn().own()) // else nobody could use the password
            .flatMap(mail -> Outbox.open(mail, on.clock()));
    Optional<ForgottenPassword> byMail = outbox.map(box -> byMail(on, box));
    return new Resets(
        outbox,
        byMail,
        new PasswordReset(
            on.database(),
            on.changes(),
            care.hashing(),
            care.rules(),
            care.throttle(),
            byMail,
            on.audit(),
            on.clock()));
  }

  private static ForgottenPassword byMail(Ground on, Outbox outbox) {
    URI baseUrl = on.settings().ingress().baseUrl().orElseThrow(); // no mails without it
    return new ForgottenPassword(
        on.database(),
        outbox,
        baseUrl,
        on.settings().throttling().address(),
        on.audit(),
        on.clock());
  }

  /** Ends what sends mails. */
  void close() {
    outbox.ifPresent(Outbox::close);
  }
}
