package org.janua.account;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;
import org.janua.access.Actor;
import org.janua.access.Client;
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
import org.janua.throttle.Throttle;
import org.janua.throttle.Ticket;

/**
 * Setting a password by a link in place of the old one, and the links that an administrator hands
 * out. A link is good once and for an hour, and not after the password, the e-mail address or the
 * status of the account was changed. Its use ends every session of the account and lifts its lock;
 * its API keys go on. One that is not good counts like a wrong password, against the address alone.
 * Thread-safe.
 */
public final class PasswordReset {

  private static final Logger LOG = System.getLogger(PasswordReset.class.getName());
  private static final Refusal DEAD_LINK =
      Refusal.invalid("token", "This link is not good, or not any more. Ask for a new one.");

  private static final Details BY_LINK = Details.of("by", "link");

  private final Database database;
  private final Changes changes;
  private final PasswordHashing hashing;
  private final PasswordRules rules;
  private final Throttle throttle;
  private final Optional<ForgottenPassword> mails;
  private final Audit audit;
  private final Endings endings;
  private final InstantSource clock;

  /**
   * Builds the use cases; nothing is read yet.
   *
   * @param mails who tells an account's owner; empty where no mails are sent
   */
  public PasswordReset(
      Database database,
      Changes changes,
      PasswordHashing hashing,
      PasswordRules rules,
      Throttle throttle,
      Optional<ForgottenPassword> mails,
      Audit audit,
      InstantSource clock) {
    this.database = database;
    this.changes = changes;
    this.hashing = hashing;
    this.rules = rules;
    this.throttle = throttle;
    this.mails = mails;
    this.audit = audit;
    this.endings = new Endings(audit);
    this.clock = clock;
  }

  /**
   * Makes a link for somebody else's account, to be handed over in person. It does not take the
   * place of the old password of one's own.
   *
   * @param root what comes before a path of the application
   */
  public Outcome<ResetLink> linkFor(Actor actor, String username, String root) {
    Optional<Username> name = Username.parse(username);
    return name.isEmpty()
        ? Outcome.refused(Refusal.NO_SUCH_USER)
        : database.write(tx -> link(tx, actor, name.get(), root));
  }

  private Outcome<ResetLink> link(Tx tx, Actor actor, Username name, String root) {
    Optional<UserRow> user =
        tx.users().byName(name.canonical()).flatMap(found -> tx.users().locked(found.id()));
    if (user.isEmpty()) {
      return Outcome.refused(Refusal.NO_SUCH_USER);
    }
    if (actor.accountId().equals(user.map(UserRow::id))) {
      return Outcome.refused(
          new Refusal(
              Refusal.Kind.FORBIDDEN, "", "Your own password is changed with the old one."));
    }
    if (!user.get().active()) {
      return Outcome.refused(new Refusal(Refusal.Kind.CONFLICT, "", "The account is inactive."));
    }
    Details by = Details.of("by", "administrator");
    audit.record(tx, actor, Action.PASSWORD_RESET_REQUESTED, Subject.of(user.get()), by);
    return Outcome.done(ResetLink.make(tx, user.get(), root, clock.instant()));
  }

  /**
   * Sets the password by what stands in a link.
   *
   * @param token as presented; need not be one
   */
  public Outcome<UserRow> apply(String token, Password password, Client client) {
    return throttle
        .admit(client.address(), Optional.empty())
        .fold(
            ticket -> check(new Use(ResetToken.of(token), password, client), ticket),
            pause -> Outcome.refused(Refusal.limited(pause)),
            () -> Outcome.refused(Refusal.BUSY));
  }

  /** Deletes what has expired, in batches, so that no lock is held for long. */
  public void sweep() {
    database.sweep((tx, most) -> tx.passwordResets().sweep(clock.instant(), most));
  }

  /** An attempt to use a link. */
  private record Use(ResetToken token, Password password, Client client) {

    /** Whoever has the link acts for the account. */
    Actor actor(UserRow user) {
      return new Actor(Optional.of(user.id()), user.username(), Optional.empty(), client);
    }
  }

  private Outcome<UserRow> check(Use use, Ticket ticket) {
    try (ticket) {
      Optional<UserRow> user =
          database.read(tx -> tx.passwordResets().user(use.token().digest(), clock.instant()));
      if (user.isEmpty()) {
        ticket.failed();
        audit.note(
            Actor.stranger(use.client()),
            Action.PASSWORD_CHANGED,
            Party.NONE,
            SecurityEvent.Outcome.FAILURE,
            BY_LINK);
        return Outcome.refused(DEAD_LINK);
      }
      Outcome<UserRow> outcome = store(user.get(), use, ticket);
      outcome.ifRefused(refusal -> ticket.withdrawn());
      outcome.ifDone(this::follow);
      return outcome;
    }
  }

  private Outcome<UserRow> store(UserRow user, Use use, Ticket ticket) {
    Optional<Refusal> fault = rules.check(use.password(), user.username(), user.email());
    if (fault.isPresent()) {
      return Outcome.refused(fault.get());
    }
    return hashing
        .hash(use.password())
        .map(hash -> database.write(tx -> store(tx, user, use, hash, ticket)))
        .orElse(Outcome.refused(Refusal.BUSY));
  }

  /** Whoever else has the link waits here for the account's row, and then finds the link used. */
  private Outcome<UserRow> store(Tx tx, UserRow user, Use use, PasswordHash hash, Ticket ticket) {
    boolean good =
        tx.users().locked(user.id()).filter(UserRow::active).isPresent()
            && tx.passwordResets().use(use.token().digest(), clock.instant())
            && ticket.succeeded(tx);
    if (!good) {
      return Outcome.refused(DEAD_LINK);
    }
    tx.users().setPassword(user.id(), hash, clock.instant());
    throttle.forget(tx, user.canonical());
    audit.record(tx, use.actor(user), Action.PASSWORD_CHANGED, Subject.of(user), BY_LINK);
    endings.all(tx, use.actor(user), Subject.of(user), Reason.PASSWORD_CHANGED);
    return Outcome.done(user);
  }

  private void follow(UserRow user) {
    changes.ofAccount(user.id());
    LOG.log(Level.INFO, "The password of account {0} was set by a link", user.id());
    mails.ifPresent(sent -> sent.tell(user));
  }
}
