package org.janua.account;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.janua.jpa.PasswordResetRow;
import org.janua.jpa.Tx;
import org.janua.jpa.UserRow;

/**
 * A link by which one account's password can be set once. What proves it stands behind the {@code
 * #}: a browser sends that to nobody, so it is in no log and no {@code Referer}. Not a record: the
 * link is a secret. Immutable.
 */
public final class ResetLink {

  /** How long one is good for. */
  static final Duration LIFE = Duration.ofHours(1);

  private static final String PAGE = "/auth/login#reset=";

  private final String link;
  private final Instant expiresAt;

  private ResetLink(String link, Instant expiresAt) {
    this.link = link;
    this.expiresAt = expiresAt;
  }

  /**
   * Makes one, in the unit of work that has locked the account.
   *
   * @param root what comes before a path of the application
   */
  static ResetLink make(Tx tx, UserRow user, String root, Instant now) {
    ResetToken token = ResetToken.random();
    Instant from = now.truncatedTo(ChronoUnit.MILLIS); // what every database keeps
    Instant until = from.plus(LIFE);
    tx.passwordResets().add(new PasswordResetRow(token.digest(), user.id(), from, until));
    return new ResetLink(root + PAGE + token.reveal(), until);
  }

  /** The link; whoever has it can set the password. */
  public String reveal() {
    return link;
  }

  /** It is worth nothing from then on. */
  public Instant expiresAt() {
    return expiresAt;
  }

  @Override
  public String toString() {
    return "ResetLink[redacted, " + expiresAt + "]";
  }
}
