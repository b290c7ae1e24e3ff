package org.janua.signin;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.UnaryOperator;
import org.janua.jpa.Database;
import org.janua.jpa.DatabaseUnavailable;
import org.janua.jpa.PasswordHash;
import org.janua.jpa.UserRow;
import org.janua.provider.credentials.Password;
import org.janua.provider.credentials.PasswordHashing;
import org.janua.session.Opened;

/**
 * Replaces a stored hash that is weaker than a new one, or of another algorithm, at the one moment
 * when the password is known: after a good sign-in. It never overwrites a password that was changed
 * meanwhile, and never spoils the sign-in: when others wait for a hash or the database is gone, the
 * next sign-in will do. Thread-safe.
 */
final class Rehash {

  private static final Logger LOG = System.getLogger(Rehash.class.getName());

  private final Database database;
  private final PasswordHashing hashing;

  Rehash(Database database, PasswordHashing hashing) {
    this.database = database;
    this.hashing = hashing;
  }

  /** The step after the session is open; answers the session as it got it. */
  UnaryOperator<Opened> after(UserRow verified, Password password) {
    return session -> {
      hashing.improve(password, verified.password()).ifPresent(better -> replace(verified, better));
      return session;
    };
  }

  private void replace(UserRow verified, PasswordHash better) {
    try {
      database.write(tx -> tx.users().replacePassword(verified.id(), verified.password(), better));
    } catch (DatabaseUnavailable e) {
      LOG.log(Level.DEBUG, "A better password hash could not be stored; the next sign-in may", e);
    }
  }
}
