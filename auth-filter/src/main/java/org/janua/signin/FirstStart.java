package org.janua.signin;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.janua.access.Actor;
import org.janua.access.Rights;
import org.janua.api.event.Action;
import org.janua.audit.Audit;
import org.janua.audit.Details;
import org.janua.audit.Subject;
import org.janua.jpa.Database;
import org.janua.jpa.Ids;
import org.janua.jpa.Tx;
import org.janua.jpa.UserRow;
import org.janua.provider.credentials.PasswordHashing;

/**
 * The very first start: when there are no users, an administrator with a random password is made,
 * and the password is announced once, after the commit. Two nodes that start together on one
 * database make one administrator between them. Thread-safe.
 */
public final class FirstStart {

  private static final String PENDING = "first_sign_in";

  private final Database database;
  private final PasswordHashing hashing;
  private final Audit audit;
  private final InstantSource clock;
  private volatile boolean signedIn;

  /** Builds the use case; nothing is read yet. */
  public FirstStart(Database database, PasswordHashing hashing, Audit audit, InstantSource clock) {
    this.database = database;
    this.hashing = hashing;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes the first administrator if there is no user.
   *
   * @param announce gets the text to show the operator, with the password in it; at most once in
   *     the life of the database
   */
  public void run(Consumer<String> announce) {
    if (database.read(tx -> tx.users().count()) > 0) {
      return;
    }
    AdminPassword password = new AdminPassword(hashing);
    if (database.write(tx -> add(tx, password))) {
      announce.accept(password.banner());
    }
  }

  /** Whether the first administrator was made and no administrator has signed in since. */
  public boolean isPending() {
    if (!signedIn) { // once it is so it stays so, and strangers who ask cost no query
      signedIn = !database.read(FirstStart::isPending);
    }
    return !signedIn;
  }

  private static boolean isPending(Tx tx) {
    return tx.settings().get(PENDING).filter("yes"::equals).isPresent();
  }

  void noteSignIn(Tx tx, UserRow user) {
    if (user.role().equals(Rights.ADMIN) && isPending(tx)) {
      tx.settings().put(PENDING, "no");
    }
  }

  private boolean add(Tx tx, AdminPassword password) {
    tx.users().lockAdministration();
    if (tx.users().count() > 0) {
      return false; // the other node was faster
    }
    UserRow made = password.account(Ids.next(clock), clock.instant());
    tx.users().add(made);
    Details details = Details.of("role", made.role()).with("reason", "first start");
    audit.record(tx, Actor.SYSTEM, Action.USER_CREATED, Subject.of(made), details);
    tx.settings().put(PENDING, "yes");
    return true;
  }
}
