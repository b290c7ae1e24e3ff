package org.janua.signin;

import java.util.Optional;
import org.janua.access.Actor;
import org.janua.access.Client;
import org.janua.account.Accounts;
import org.janua.account.Username;
import org.janua.api.event.Action;
import org.janua.audit.Audit;
import org.janua.audit.Details;
import org.janua.audit.Subject;
import org.janua.jpa.Database;
import org.janua.jpa.Tx;
import org.janua.jpa.UserRow;
import org.janua.memory.Changes;
import org.janua.provider.credentials.Password;
import org.janua.provider.credentials.PasswordHashing;
import org.janua.session.Opened;
import org.janua.session.SessionBook;
import org.janua.throttle.Pause;
import org.janua.throttle.Throttle;
import org.janua.throttle.Ticket;

/**
 * The sign-in use case. Whatever is wrong (no such user, inactive, locked, no local password, wrong
 * one) costs exactly one hash and gives the same answer; an attempt from an address where too many
 * have failed costs none. Thread-safe.
 */
public final class SignIn {

  static final String PROVIDER = "credentials";

  private final Database database;
  private final Accounts accounts;
  private final PasswordHashing hashing;
  private final SessionBook sessions;
  private final FirstStart firstStart;
  private final Throttle throttle;
  private final Changes changes;
  private final Audit audit;
  private final Failures failures;
  private final Rehash rehash;

  /** Builds the use case; nothing is read yet. */
  public SignIn(
      Database database,
      Accounts accounts,
      PasswordHashing hashing,
      SessionBook sessions,
      FirstStart firstStart,
      Throttle throttle,
      Changes changes,
      Audit audit) {
    this.database = database;
    this.accounts = accounts;
    this.hashing = hashing;
    this.sessions = sessions;
    this.firstStart = firstStart;
    this.throttle = throttle;
    this.changes = changes;
    this.audit = audit;
    this.failures = new Failures(audit);
    this.rehash = new Rehash(database, hashing);
  }

  /**
   * An attempt.
   *
   * @param username as typed; need not be a possible name
   * @param password as typed
   * @param remember whether the longer session was asked for
   */
  public record Attempt(String username, Password password, boolean remember) {}

  /** Tries to sign in. */
  public SignInResult attempt(Attempt attempt, Client client) {
    Optional<String> account = Username.parse(attempt.username()).map(Username::canonical);
    return throttle
        .admit(client.address(), account)
        .fold(
            ticket -> check(attempt, client, ticket),
            pause -> limited(client, pause),
            SignInResult.Busy::new);
  }

  private SignInResult check(Attempt attempt, Client client, Ticket ticket) {
    try (ticket) {
      Optional<UserRow> user =
          accounts.find(attempt.username()); // first: an outage must not cost a hash
      Optional<Boolean> matches = hashing.verify(attempt.password(), user.map(UserRow::password));
      if (matches.isEmpty()) {
        ticket.withdrawn();
        return new SignInResult.Busy();
      }
      return user.filter(known -> matches.get() && known.active() && !ticket.isLocked())
          .flatMap(
              known ->
                  open(known, attempt, client, ticket).map(rehash.after(known, attempt.password())))
          .<SignInResult>map(SignInResult.SignedIn::new)
          .orElseGet(() -> refused(user, matches.get(), client, ticket));
    }
  }

  private Optional<Opened> open(UserRow verified, Attempt attempt, Client client, Ticket ticket) {
    Optional<Opened> opened =
        database.write(
            tx ->
                tx.users()
                    .lockedUnchanged(verified) // the account may have changed during the hash
                    .filter(user -> user.active() && ticket.succeeded(tx))
                    .map(
                        user -> {
                          firstStart.noteSignIn(tx, user);
                          return open(tx, user, attempt, client);
                        }));
    opened.ifPresent(session -> changes.ofAccount(verified.id())); // an older one may have ended
    return opened;
  }

  private Opened open(Tx tx, UserRow user, Attempt attempt, Client client) {
    Opened session = sessions.open(tx, user, client, attempt.remember(), PROVIDER);
    Actor actor = Actor.of(session.identity(), client);
    Details details = Details.of("provider", PROVIDER).with("remember", attempt.remember());
    audit.record(tx, actor, Action.SIGN_IN, Subject.of(user), details);
    return session;
  }

  private SignInResult refused(
      Optional<UserRow> user, boolean matches, Client client, Ticket ticket) {
    boolean locks = ticket.failed();
    failures.tell(user, reason(user, matches, ticket), client);
    user.filter(known -> locks).ifPresent(known -> failures.tellOfLock(known, client));
    return new SignInResult.Refused();
  }

  private static Failures.Reason reason(Optional<UserRow> user, boolean matches, Ticket ticket) {
    if (user.isEmpty()) {
      return Failures.Reason.UNKNOWN_NAME;
    }
    if (ticket.isLocked()) {
      return Failures.Reason.LOCKED;
    }
    if (!matches) {
      return Failures.Reason.WRONG_PASSWORD;
    }
    return user.get().active() ? Failures.Reason.CHANGED : Failures.Reason.INACTIVE;
  }

  private SignInResult limited(Client client, Pause pause) {
    failures.tell(Optional.empty(), Failures.Reason.LIMITED, client);
    return new SignInResult.Limited(pause);
  }
}
