package org.janua.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.janua.jpa.Database;
import org.janua.jpa.DatabaseSource;
import org.janua.jpa.PasswordHash;
import org.janua.jpa.UserRow;
import org.janua.provider.credentials.Password;
import org.janua.provider.credentials.PasswordHashing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The step after a good sign-in, with what may happen between it and the check. */
class RehashStepTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final Password OLD = Password.of("correct horse battery");

  private final PasswordHashing weak = PasswordHashing.pbkdf2(1_000, 1);
  private final PasswordHashing strong = PasswordHashing.pbkdf2(2_000, 1);
  private Database database;
  private UserRow verified;

  @BeforeEach
  void open() {
    database = Database.open(DatabaseSource.jdbc("jdbc:h2:mem:" + UUID.randomUUID()));
    PasswordHash hash = weak.hash(OLD).orElseThrow();
    verified = new UserRow("1", "alice", "alice", null, null, null, "viewer", true, hash, NOW, NOW);
    database.write(
        tx -> {
          tx.users().add(verified);
          return null;
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_weaker_hash_is_replaced() {
    step();

    assertThat(stored()).startsWith("pbkdf2_sha256$2000$");
    assertThat(database.read(tx -> tx.users().byId("1")).orElseThrow().passwordChangedAt())
        .isEqualTo(NOW);
  }

  @Test
  @Tag("PW-09")
  void a_password_that_was_changed_since_the_check_stays() {
    PasswordHash changed = weak.hash(Password.of("another long password")).orElseThrow();
    database.write(tx -> tx.users().setPassword("1", changed, NOW));

    step();

    assertThat(stored()).isEqualTo(changed.reveal());
  }

  @Test
  void an_account_that_is_gone_stays_gone() {
    database.write(tx -> tx.users().remove("1"));

    step();

    assertThat(database.<Long>read(tx -> tx.users().count())).isZero();
  }

  @Test
  void a_database_that_is_gone_does_not_spoil_the_sign_in() {
    database.close();

    step();

    assertThat(strong.count()).isEqualTo(1);
  }

  private void step() {
    new Rehash(database, strong).after(verified, OLD).apply(null);
  }

  private String stored() {
    return database.read(tx -> tx.users().byId("1")).orElseThrow().password().reveal();
  }
}
