package org.janua.signin;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.janua.account.Accounts;
import org.janua.jpa.Database;
import org.janua.jpa.UserRow;
import org.janua.provider.credentials.Password;
import org.janua.provider.credentials.PasswordHashing;
import org.janua.session.Client;
import org.janua.session.Opened;
import org.janua.session.SessionBook;

/**
 * The sign-in use case. Whatever is wrong (no such user, inactive, no local password, wrong one)
 * costs exactly one hash and gives the same answer. Thread-safe.
 */
public final class SignIn {

  private static final Logger LOG = System.getLogger(SignIn.class.getName());
  private static final String PROVIDER = "credentials";

  private final Database database;
  private final Accounts accounts;
  private final PasswordHashing hashing;
  private final SessionBook sessions;
  private final FirstStart firstStart;

  /** Builds the use case; nothing is read yet. */
  public SignIn(
      Database database,
      Accounts accounts,
      PasswordHashing hashing,
      SessionBook sessions,
      FirstStart firstStart) {
    this.database = database;
    this.accounts = accounts;
    this.hashing = hashing;
    this.sessions = sessions;
    this.firstStart = firstStart;
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
    Optional<UserRow> user =
        accounts.find(attempt.username()); // first: an outage must not cost a hash
    Optional<Boolean> matches = hashing.verify(attempt.password(), user.map(UserRow::password));
    if (matches.isEmpty()) {
      return new SignInResult.Busy();
    }
    return user.filter(known -> matches.get() && known.active())
        .flatMap(known -> open(known, attempt, client))
        .<SignInResult>map(SignInResult.SignedIn::new)
        .orElseGet(() -> refused(attempt, client));
  }

  private Optional<Opened> open(UserRow verified, Attempt attempt, Client client) {
    return database.write(
        tx ->
            tx.users()
                .lockedUnchanged(verified) // the account may have changed during the hash
                .filter(UserRow::active)
                .map(
                    user -> {
                      firstStart.noteSignIn(tx, user);
                      return sessions.open(tx, user, client, attempt.remember(), PROVIDER);
                    }));
  }

  private static SignInResult refused(Attempt attempt, Client client) {
    LOG.log(
        Level.INFO,
        "Sign-in refused for {0} from {1}",
        Printable.of(attempt.username()),
        Printable.of(client.address()));
    return new SignInResult.Refused();
  }
}
