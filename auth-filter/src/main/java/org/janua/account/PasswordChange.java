package org.janua.account;

import java.time.InstantSource;
import java.util.Optional;
import org.janua.access.Identity;
import org.janua.jpa.Database;
import org.janua.jpa.PasswordHash;
import org.janua.jpa.Tx;
import org.janua.jpa.UserRow;
import org.janua.provider.credentials.Password;
import org.janua.provider.credentials.PasswordHashing;
import org.janua.session.Client;
import org.janua.session.Opened;
import org.janua.session.SessionBook;

/**
 * Setting a password: one's own with the old one in hand, another's as an administrator. Every
 * session and token of the account dies with the change (ASVS 5.0 7.4.3), the one that asked
 * included; whoever changed their own password may get a new session in the same transaction.
 * Thread-safe.
 */
public final class PasswordChange {

  private static final String PROVIDER = "credentials";
  private static final Refusal CHANGED_MEANWHILE =
      new Refusal(
          Refusal.Kind.CONFLICT, "", "The account was changed by somebody else; try again.");

  private final Database database;
  private final Accounts accounts;
  private final SessionBook sessions;
  private final PasswordHashing hashing;
  private final PasswordRules rules;
  private final InstantSource clock;

  /** Builds the use case; nothing is read yet. */
  public PasswordChange(
      Database database,
      Accounts accounts,
      SessionBook sessions,
      PasswordHashing hashing,
      PasswordRules rules,
      InstantSource clock) {
    this.database = database;
    this.accounts = accounts;
    this.sessions = sessions;
    this.hashing = hashing;
    this.rules = rules;
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
  public Outcome<Optional<Opened>> apply(Identity actor, Request request, Client client) {
    Optional<UserRow> user = accounts.find(request.username());
    boolean own = user.map(UserRow::id).equals(actor.accountId()) && user.isPresent();
    if (!own && !actor.isAdmin()) {
      return Outcome.refused(
          new Refusal(Refusal.Kind.FORBIDDEN, "", "This is somebody else's password."));
    }
    if (user.isEmpty()) {
      return Outcome.refused(Refusal.NO_SUCH_USER);
    }
    Optional<Refusal> fault = own ? checkOld(user.get(), request) : Optional.empty();
    return fault
        .or(() -> rules.check(request.password()))
        .<Outcome<Optional<Opened>>>map(Outcome::refused)
        .orElseGet(() -> store(user.get(), request, own, client));
  }

  private Optional<Refusal> checkOld(UserRow user, Request request) {
    if (request.oldPassword().isEmpty()) {
      return Optional.of(Refusal.invalid("old_password", "Your present password is needed."));
    }
    return hashing
        .verify(request.oldPassword().get(), Optional.ofNullable(user.password()))
        .map(right -> right ? Optional.<Refusal>empty() : Optional.of(wrongOld()))
        .orElse(Optional.of(Refusal.BUSY));
  }

  private Outcome<Optional<Opened>> store(
      UserRow user, Request request, boolean own, Client client) {
    Optional<PasswordHash> hash = hashing.hash(request.password());
    if (hash.isEmpty()) {
      return Outcome.refused(Refusal.BUSY);
    }
    boolean opens = own && request.newSession();
    Outcome<Optional<Opened>> outcome =
        database.write(
            tx ->
                own && tx.users().lockedUnchanged(user).isEmpty()
                    ? Outcome.refused(CHANGED_MEANWHILE)
                    : store(tx, user, hash.get(), opens, client));
    outcome.ifDone(session -> sessions.forget(user.id()));
    return outcome;
  }

  private Outcome<Optional<Opened>> store(
      Tx tx, UserRow user, PasswordHash hash, boolean opens, Client client) {
    if (!tx.users().setPassword(user.id(), hash, clock.instant())) {
      return Outcome.refused(Refusal.NO_SUCH_USER);
    }
    tx.sessions().endAll(user.id());
    return Outcome.done(
        opens ? Optional.of(sessions.open(tx, user, client, false, PROVIDER)) : Optional.empty());
  }

  private static Refusal wrongOld() {
    return new Refusal(Refusal.Kind.FORBIDDEN, "old_password", "This is not your password.");
  }
}
