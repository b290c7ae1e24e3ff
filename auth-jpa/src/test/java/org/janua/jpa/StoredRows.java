package org.janua.jpa;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A database with nothing stored, and short words for storing and finding. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class StoredRows {
  static final Instant NOW = Rows.NOW;

  final StatementMeter meter = new StatementMeter();
  Database database;

  @BeforeEach
  void remove_what_the_last_test_left() {
    write(
        tx -> {
          for (UserRow user : tx.users().page(null, null, 1000)) {
            tx.users().remove(user.id());
          }
          tx.roles().all().forEach(tx.roles()::remove);
          tx.roles().sources().keySet().forEach(tx.roles()::removeSource);
          tx.groups().page(null, 1000).stream()
              .filter(group -> !group.isEveryone())
              .forEach(group -> tx.groups().remove(group.id()));
          tx.groups().setPermissions(GroupRow.EVERYONE, Set.of());
          tx.throttles().sweep(NOW.plusSeconds(60), 1000);
          tx.audit().sweep(NOW.plusSeconds(60), 1000);
        });
  }

  @AfterAll
  void close() {
    if (database != null) {
      database.close();
    }
  }

  <T> Optional<T> found(Function<Tx, Optional<T>> work) {
    return database.read(work);
  }

  long number(Function<Tx, Long> work) {
    return database.read(work);
  }

  boolean hasAdministrator(String... keys) {
    return database.<Boolean>read(tx -> tx.users().hasAdministrator(Set.of(keys)));
  }

  void write(Consumer<Tx> work) {
    database.write(returningNothing(work));
  }

  static Function<Tx, Void> returningNothing(Consumer<Tx> work) {
    return tx -> {
      work.accept(tx);
      return null;
    };
  }

  UserRow added(UserRow row) {
    write(tx -> tx.users().add(row));
    return row;
  }
}
