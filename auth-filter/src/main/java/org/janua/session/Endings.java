package org.janua.session;

import java.util.List;
import java.util.Optional;
import org.janua.access.Actor;
import org.janua.api.event.Action;
import org.janua.api.event.SecurityEvent.Party;
import org.janua.audit.Audit;
import org.janua.audit.Details;
import org.janua.jpa.Tx;

/**
 * Ends sessions inside a unit of work, and writes down which and why. Whoever calls it tells {@link
 * org.janua.memory.Changes} after the commit. Thread-safe.
 */
public final class Endings {

  private final Audit audit;

  /** Builds it. */
  public Endings(Audit audit) {
    this.audit = audit;
  }

  /** Why sessions end before their time. */
  public enum Reason {
    /** Their user signed out. */
    SIGNED_OUT,
    /** Their user signed in again where they were used. */
    SIGNED_IN_AGAIN,
    /** Somebody ended them in a list of sessions. */
    ENDED,
    /** The password was changed. */
    PASSWORD_CHANGED,
    /** The account was switched off. */
    INACTIVE,
    /** The account was deleted. */
    DELETED,
    /** Their user had too many. */
    TOO_MANY
  }

  /** Ends every session of an account; whether there was one. */
  public boolean all(Tx tx, Actor actor, Party user, Reason reason) {
    return recorded(tx, actor, user, reason, tx.sessions().endAll(user.id()));
  }

  boolean one(Tx tx, Actor actor, Party user, Reason reason, String session) {
    Optional<String> ended = tx.sessions().end(session, user.id());
    return recorded(tx, actor, user, reason, ended.stream().toList());
  }

  boolean recorded(Tx tx, Actor actor, Party user, Reason reason, List<String> ended) {
    if (ended.isEmpty()) {
      return false;
    }
    Details details = Details.of("reason", reason).with("sessions", ended);
    audit.record(tx, actor, Action.SESSION_ENDED, user, details);
    return true;
  }
}
