package org.janua;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.janua.account.ForgottenPassword;
import org.janua.account.PasswordReset;
import org.janua.account.PasswordRules;
import org.janua.audit.Audit;
import org.janua.config.Settings;
import org.janua.jpa.Database;
import org.janua.mail.Outbox;
import org.janua.memory.Changes;
import org.janua.provider.credentials.PasswordHashing;
import org.janua.throttle.Throttle;

/**
 * The part of Janua that sets forgotten passwords anew, wired.
 *
 * @param outbox where mails wait; empty where none are sent
 * @param byMail mailing links; empty where no mails are sent
 * @param byLink using links
 */
record Resets(Optional<Outbox> outbox, Optional<ForgottenPassword> byMail, PasswordReset byLink) {

  static Resets of(
      Settings settings,
      Database database,
      Changes changes,
      PasswordHashing hashing,
      PasswordRules rules,
      Throttle throttle,
      Audit audit,
      InstantSource clock) {
    Optional<Outbox> outbox =
        settings
            .mail()
            .filter(mail -> settings.signIn().own()) // else nobody could use the password
            .flatMap(mail -> Outbox.open(mail, clock));
    Optional<ForgottenPassword> byMail =
        outbox.map(box -> byMail(settings, database, box, audit, clock));
    return new Resets(
        outbox,
        byMail,
        new PasswordReset(database, changes, hashing, rules, throttle, byMail, audit, clock));
  }

  private static ForgottenPassword byMail(
      Settings settings, Database database, Outbox outbox, Audit audit, InstantSource clock) {
    URI baseUrl = settings.ingress().baseUrl().orElseThrow(); // mails are not configured without
    return new ForgottenPassword(
        database, outbox, baseUrl, settings.throttling().address(), audit, clock);
  }

  /** Ends what sends mails. */
  void close() {
    outbox.ifPresent(Outbox::close);
  }
}
