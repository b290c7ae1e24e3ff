package org.janua.signin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.janua.access.Actor;
import org.janua.access.Rights;
import org.janua.api.event.Action;
import org.janua.api.event.SecurityEvent.Party;
import org.janua.audit.Audit;
import org.janua.audit.Details;
import org.janua.audit.Subject;
import org.janua.jpa.Database;
import org.janua.jpa.Ids;
import org.janua.jpa.Tx;
import org.janua.jpa.UserRow;
import org.janua.provider.credentials.PasswordHashing;
import org.janua.session.Endings;
import org.janua.throttle.Throttle;

/**
 * The way back in: gives the user {@code admin} a new random password, the role {@code admin} and
 * an active account, makes the account where it is missing, and ends its sessions, all in one
 * transaction; and what failed on its name before is forgotten. Several nodes that start together
 * do so one after the other; the password that was announced last is the one that counts.
 * Thread-safe.
 */
public final class AdminReset {

  private static final Details WHY = Details.of("setting", "auth.reset_admin_password");

  private final Database database;
  private final PasswordHashing hashing;
  private final Throttle throttle;
  private final Audit audit;
  private final Endings endings;
  private final InstantSource clock;

  /** Builds the use case; nothing is read yet. */
  public AdminReset(
      Database database,
      PasswordHashing hashing,
      Throttle throttle,
      Audit audit,
      InstantSource clock) {
    this.database = database;
    this.hashing = hashing;
    this.throttle = throttle;
    this.audit = audit;
    this.endings = new Endings(audit);
    this.clock = clock;
  }

  /**
   * Resets.
   *
   * @param announce gets the text to show the operator, with the password in it
   */
  public void run(Consumer<String> announce) {
    AdminPassword password = new AdminPassword(hashing);
    database.write(
        tx -> {
          store(tx, password);
          return null;
        });
    announce.accept(password.banner());
  }

  private void store(Tx tx, AdminPassword password) {
    tx.users().lockAdministration();
    throttle.forget(tx, AdminPassword.NAME);
    Instant now = clock.instant();
    Optional<UserRow> admin = tx.users().byName(AdminPassword.NAME);
    if (admin.isEmpty()) {
      UserRow made = password.account(Ids.next(clock), now);
      tx.users().add(made);
      audit.record(tx, Actor.SYSTEM, Action.USER_CREATED, Subject.of(made), WHY);
      return;
    }
    String id = admin.get().id();
    tx.users().setRole(id, Rights.ADMIN);
    tx.users().setActive(id, true);
    tx.users().setPassword(id, password.hash(), now);
    Party account = Subject.of(admin.get());
    audit.record(tx, Actor.SYSTEM, Action.PASSWORD_CHANGED, account, details(admin.get()));
    endings.all(tx, Actor.SYSTEM, account, Endings.Reason.PASSWORD_CHANGED);
  }

  private static Details details(UserRow before) {
    return WHY.change("role", before.role(), Rights.ADMIN)
        .change("status", before.active() ? "active" : "inactive", "active");
  }
}
