package org.janua.signin;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.janua.access.Client;
import org.janua.account.Accounts;
import org.janua.account.Username;
import org.janua.jpa.Database;
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

  private static final Logger LOG = System.getLogger(SignIn.class.getName());
  private static final String PROVIDER = "credentials";

  private final Database database;
  private final Accounts accounts;
  private final PasswordHashing hashing;
  private final SessionBook sessions;
  private final FirstStart firstStart;
  private final Throttle throttle;
  private final Changes changes;
  private final Rehash rehash;

  /** Builds the use case; nothing is read yet. */
  public SignIn(
      Database database,
      Accounts accounts,
      PasswordHashing hashing,
      SessionBook sessions,
      FirstStart firstStart,
      Throttle throttle,
      Changes changes) {
    this.database = database;
    this.accounts = accounts;
    this.hashing = hashing;
    this.sessions = sessions;
    this.firstStart = firstStart;
    this.throttle = throttle;
    this.changes = changes;
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
            pause -> limited(attempt, client, pause),
            SignInResult.Busy::new);
  }

  /** Ends the lock of an account, and forgets what failed on it; {@code false}: there is none. */
  public boolean unlock(String username) {
    Optional<UserRow> user = accounts.find(username);
    user.map(UserRow::canonical).ifPresent(throttle::forget);
    return user.isPresent();
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
          .orElseGet(() -> refused(attempt, client, ticket));
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
                          return sessions.open(tx, user, client, attempt.remember(), PROVIDER);
                        }));
    opened.ifPresent(session -> changes.ofAccount(verified.id())); // an older one may have ended
    return opened;
  }

  private static SignInResult refused(Attempt attempt, Client client, Ticket ticket) {
    ticket.failed();
    log(ticket.isLocked() ? "refused, the name is locked," : "refused", attempt, client);
    return new SignInResult.Refused();
  }

  private static SignInResult limited(Attempt attempt, Client client, Pause pause) {
    log("not looked at, too many have failed,", attempt, client);
    return new SignInResult.Limited(pause);
  }

  private static void log(String what, Attempt attempt, Client client) {
    LOG.log(
        Level.INFO,
        "Sign-in {0} for {1} from {2}",
        what,
        Printable.of(attempt.username()),
        Printable.of(client.address()));
  }
}
