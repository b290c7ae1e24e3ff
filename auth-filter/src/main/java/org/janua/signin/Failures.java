package org.janua.signin;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Optional;
import org.janua.access.Actor;
import org.janua.access.Client;
import org.janua.api.event.Action;
import org.janua.api.event.SecurityEvent.Outcome;
import org.janua.api.event.SecurityEvent.Party;
import org.janua.audit.Audit;
import org.janua.audit.Details;
import org.janua.audit.Subject;
import org.janua.jpa.UserRow;

/**
 * Tells the operator of attempts to sign in that failed. What was typed as a name is told only
 * where an account has it: people type passwords into the wrong field (ASVS 5.0 16.2.5).
 * Thread-safe.
 */
final class Failures {

  private static final Logger LOG = System.getLogger(SignIn.class.getName());
  private static final String UNKNOWN = "a name that is not known";

  private final Audit audit;

  Failures(Audit audit) {
    this.audit = audit;
  }

  /** Why an attempt failed; the client is told none of this. */
  enum Reason {
    UNKNOWN_NAME,
    WRONG_PASSWORD,
    INACTIVE,
    LOCKED,
    /** The account was changed while the password was looked at. */
    CHANGED,
    /** Too many failed from the address; nothing was looked at. */
    LIMITED
  }

  /** An attempt was the one too many for its account. */
  void tellOfLock(UserRow user, Client client) {
    audit.note(
        Actor.stranger(client),
        Action.LOCKED_OUT,
        Subject.of(user),
        Outcome.SUCCESS,
        Details.of("provider", SignIn.PROVIDER));
  }

  void tell(Optional<UserRow> user, Reason reason, Client client) {
    LOG.log(
        Level.INFO,
        "Sign-in refused for {0} from {1}: {2}",
        user.map(known -> Printable.of(known.username())).orElse(UNKNOWN),
        Printable.of(client.address()),
        reason.name().toLowerCase(Locale.ROOT));
    audit.note(
        Actor.stranger(client),
        Action.SIGN_IN_FAILED,
        user.map(Subject::of).orElse(Party.NONE),
        Outcome.FAILURE,
        Details.of("provider", SignIn.PROVIDER).with("reason", reason));
  }
}
