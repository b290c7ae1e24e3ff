package org.janua.account;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;
import org.janua.access.Actor;
import org.janua.access.Client;
import org.janua.access.Identity;
import org.janua.api.event.Action;
import org.janua.api.event.SecurityEvent;
import org.janua.api.event.SecurityEvent.Party;
import org.janua.audit.Audit;
import org.janua.audit.Details;
import org.janua.audit.Subject;
import org.janua.jpa.Database;
import org.janua.jpa.PasswordHash;
import org.janua.jpa.Tx;
import org.janua.jpa.UserRow;
import org.janua.memory.Changes;
import org.janua.provider.credentials.Password;
import org.janua.provider.credentials.PasswordHashing;
import org.janua.session.Endings;
import org.janua.session.Endings.Reason;
import org.janua.session.Opened;
import org.janua.session.SessionBook;
import org.janua.throttle.Throttle;
import org.janua.throttle.Ticket;

/**
 * Setting a password: one's own with the old one in hand, another's as an administrator. Every
 * session and token of the account dies with the change (ASVS 5.0 7.4.3), the one that asked
 * included; whoever changed their own password may get a new session in the same transaction. A
 * wrong old password counts like a wrong sign-in. Thread-safe.
 */
public final class PasswordChange {

  private static final String PROVIDER = "credentials";
  private static final Logger LOG = System.getLogger(PasswordChange.class.getName());
  private static final Refusal WRONG_OLD =
      new Refusal(Refusal.Kind.FORBIDDEN, "old_password", "This is not your password.");
  private static final Refusal CHANGED_MEANWHILE =
      new Refusal(
          Refusal.Kind.CONFLICT, "", "The account was changed by somebody else; try again.");

  private final Database database;
  private final Accounts accounts;
  private final SessionBook sessions;
  private final PasswordHashing hashing;
  private final PasswordRules rules;
  private final Throttle throttle;
  private final Changes changes;
  private final Audit audit;
  private final Endings endings;
  private final InstantSource clock;

  /** Builds the use case; nothing is read yet. */
  public PasswordChange(
      Database database,
      Accounts accounts,
      SessionBook sessions,
      PasswordHashing hashing,
      PasswordRules rules,
      Throttle throttle,
      Changes changes,
      Audit audit,
      InstantSource clock) {
    this.database = database;
    this.accounts = accounts;
    this.sessions = sessions;
    this.hashing = hashing;
    this.rules = rules;
    this.throttle = throttle;
    this.changes = changes;
    this.audit = audit;
    this.endings = new Endings(audit);
    this.clock = clock;
  }

  /**
   * What was asked for.
   *
   * @param username whose password
   * @param password the new one
   * @param oldPassword the present one; needed for one's own
   * @param newSession whether a caller who changes their own gets a session in place of the ended
   *     ones
   */
  public record Request(
      String username, Password password, Optional<Password> oldPassword, boolean newSession) {}

  /** Sets the password. Answers the new session of a caller who changed their own; else empty. */
  public Outcome<Optional<Opened>> apply(Identity caller, Request request, Client client) {
    Actor actor = Actor.of(caller, client);
    Optional<UserRow> user = accounts.find(request.username());
    boolean own = user.map(UserRow::id).equals(actor.accountId()) && user.isPresent();
    if (!own && !caller.isAdmin()) {
      return Outcome.refused(
          new Refusal(Refusal.Kind.FORBIDDEN, "", "This is somebody else's password."));
    }
    if (user.isEmpty()) {
      return Outcome.refused(Refusal.NO_SUCH_USER);
    }
    return own
        ? changeOwn(actor, user.get(), request)
        : store(actor, user.get(), request, Optional.empty());
  }

  private Outcome<Optional<Opened>> changeOwn(Actor actor, UserRow user, Request request) {
    if (request.oldPassword().isEmpty()) {
      return Outcome.refused(Refusal.invalid("old_password", "Your present password is needed."));
    }
    return throttle
        .admit(actor.client().address(), Optional.of(user.canonical()))
        .fold(
            ticket -> checkOld(actor, user, request, ticket),
            pause -> Outcome.refused(Refusal.limited(pause)),
            () -> Outcome.refused(Refusal.BUSY));
  }

  private Outcome<Optional<Opened>> checkOld(
      Actor actor, UserRow user, Request request, Ticket ticket) {
    try (ticket) {
      Optional<Boolean> right =
          hashing.verify(request.oldPassword().orElseThrow(), Optional.ofNullable(user.password()));
      if (right.isPresent() && (!right.get() || ticket.isLocked())) {
        tellOfFailure(actor, user, ticket.isLocked(), ticket.failed());
        return Outcome.refused(WRONG_OLD);
      }
      Outcome<Optional<Opened>> outcome =
          right.isEmpty()
              ? Outcome.refused(Refusal.BUSY)
              : store(actor, user, request, Optional.of(ticket));
      outcome.ifRefused(refusal -> ticket.withdrawn());
      return outcome;
    }
  }

  private void tellOfFailure(Actor actor, UserRow user, boolean locked, boolean locks) {
    LOG.log(Level.INFO, "Change of the password refused for account {0}", user.id());
    Details reason = Details.of("reason", locked ? "locked" : "wrong_old_password");
    Party account = Subject.of(user);
    audit.note(actor, Action.PASSWORD_CHANGED, account, SecurityEvent.Outcome.FAILURE, reason);
    if (locks) {
      audit.note(actor, Action.LOCKED_OUT, account, SecurityEvent.Outcome.SUCCESS, Details.NONE);
    }
  }

  /** The ticket of a caller who has shown their own old password; empty: an administrator. */
  private Outcome<Optional<Opened>> store(
      Actor actor, UserRow user, Request request, Optional<Ticket> own) {
    Optional<Refusal> fault = rules.check(request.password(), user.username(), user.email());
    if (fault.isPresent()) {
      return Outcome.refused(fault.get());
    }
    Optional<PasswordHash> hash = hashing.hash(request.password());
    if (hash.isEmpty()) {
      return Outcome.refused(Refusal.BUSY);
    }
    boolean opens = own.isPresent() && request.newSession();
    Outcome<Optional<Opened>> outcome =
        database.write(
            tx ->
                own.isPresent() && !isStillRight(tx, user, own.get())
                    ? Outcome.refused(CHANGED_MEANWHILE)
                    : store(tx, actor, user, hash.get(), opens));
    outcome.ifDone(session -> changes.ofAccount(user.id()));
    return outcome;
  }

  /** The account may have changed during the hashes. */
  private static boolean isStillRight(Tx tx, UserRow verified, Ticket ticket) {
    return tx.users().lockedUnchanged(verified).filter(UserRow::active).isPresent()
        && ticket.succeeded(tx);
  }

  private Outcome<Optional<Opened>> store(
      Tx tx, Actor actor, UserRow user, PasswordHash hash, boolean opens) {
    if (!tx.users().setPassword(user.id(), hash, clock.instant())) {
      return Outcome.refused(Refusal.NO_SUCH_USER);
    }
    audit.record(tx, actor, Action.PASSWORD_CHANGED, Subject.of(user), Details.NONE);
    endings.all(tx, actor, Subject.of(user), Reason.PASSWORD_CHANGED);
    return Outcome.done(
        opens
            ? Optional.of(sessions.open(tx, user, actor.client(), false, PROVIDER))
            : Optional.empty());
  }
}
