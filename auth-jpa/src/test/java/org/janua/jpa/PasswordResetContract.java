package org.janua.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the rights to set a password promise, on every database and provider. */
abstract class PasswordResetContract extends AuditContract {
  private static final Instant END = NOW.plusSeconds(3600);

  @Test
  @Tag("PW-11")
  void a_right_leads_to_its_account_until_it_expires_and_is_used_once() {
    UserRow ann = resettable("ann");

    assertThat(user("right of ann", END.minusMillis(1))).map(UserRow::id).contains(ann.id());
    assertThat(user("right of ann", END)).isEmpty();
    assertThat(user("another", NOW)).isEmpty();
    assertThat(used("right of ann", END)).isFalse();
    assertThat(used("right of ann", END.minusMillis(1))).isTrue();
    assertThat(used("right of ann", NOW)).isFalse();
    assertThat(user("right of ann", NOW)).isEmpty();
  }

  @Test
  @Tag("PW-11")
  void rights_end_when_the_password_the_address_or_the_status_changes() {
    List<Consumer<UserRow>> changes =
        List.of(
            user -> write(tx -> tx.users().setPassword(user.id(), PasswordHash.of("new"), NOW)),
            user -> write(tx -> tx.users().setProfile(user.id(), null, "other@example.org", null)),
            user -> write(tx -> tx.users().setProfile(user.id(), null, null, null)),
            user -> write(tx -> tx.users().setActive(user.id(), false)),
            user -> write(tx -> tx.users().remove(user.id())));
    for (Consumer<UserRow> change : changes) {
      UserRow changed = resettable("ann");
      UserRow other = resettable("bob");
      change.accept(changed);

      assertThat(user("right of ann", NOW)).isEmpty();
      assertThat(user("right of bob", NOW)).isPresent();
      write(tx -> tx.users().remove(changed.id()));
      write(tx -> tx.users().remove(other.id()));
    }
  }

  @Test
  void rights_stay_when_something_else_changes() {
    UserRow ann = resettable("ann");
    write(tx -> tx.users().setProfile(ann.id(), "Ann", ann.email(), "https://example.org/a.png"));
    write(tx -> tx.users().setRole(ann.id(), "admin"));
    write(tx -> tx.users().replacePassword(ann.id(), ann.password(), PasswordHash.of("better")));

    assertThat(user("right of ann", NOW)).isPresent();
  }

  @Test
  void an_address_is_found_however_it_is_typed_and_follows_every_change() {
    UserRow zoe = resettable("zoë");
    UserRow ann = resettable("ann");
    assertThat(byEmail("MAIL@example.ORG")).containsExactly(ann.id(), zoe.id());
    assertThat(database.<Integer>read(tx -> tx.users().byEmail("mail@example.org", 1).size()))
        .isEqualTo(1);

    write(tx -> tx.users().setProfile(ann.id(), null, "Ann@Example.org", null));
    assertThat(byEmail("mail@example.org")).containsExactly(zoe.id());
    assertThat(byEmail("ann@example.org")).containsExactly(ann.id());
    assertThat(byEmail("ann@example.or_")).isEmpty();
    assertThat(byEmail("ann@example.org\0")).isEmpty();
  }

  @Test
  void an_account_that_is_inactive_or_has_no_password_is_not_found_by_its_address() {
    added(Rows.described("eve", "Eve", "mail@example.org"));
    UserRow ann = resettable("ann");
    write(tx -> tx.users().setActive(ann.id(), false));

    assertThat(byEmail("mail@example.org")).isEmpty();
  }

  @Test
  void the_sweep_takes_expired_rights_a_batch_at_a_time() {
    UserRow ann = resettable("ann");
    for (String digest : List.of("one", "two", "three")) {
      write(tx -> tx.passwordResets().add(new PasswordResetRow(digest, ann.id(), NOW, NOW)));
    }

    assertThat(swept()).isEqualTo(2);
    assertThat(swept()).isEqualTo(1);
    assertThat(swept()).isZero();
    assertThat(user("right of ann", NOW)).isPresent();
  }

  /** Somebody with an address that others have too, and the right to set their password. */
  private UserRow resettable(String name) {
    UserRow user = added(Rows.user(name));
    write(tx -> tx.users().setProfile(user.id(), null, "Mail@example.org", null));
    write(
        tx ->
            tx.passwordResets().add(new PasswordResetRow("right of " + name, user.id(), NOW, END)));
    return found(tx -> tx.users().byId(user.id())).orElseThrow();
  }

  private Optional<UserRow> user(String digest, Instant now) {
    return found(tx -> tx.passwordResets().user(digest, now));
  }

  private boolean used(String digest, Instant now) {
    return database.<Boolean>write(tx -> tx.passwordResets().use(digest, now));
  }

  private List<String> byEmail(String email) {
    return database.read(tx -> tx.users().byEmail(email, 10).stream().map(UserRow::id).toList());
  }

  private int swept() {
    return database.<Integer>write(tx -> tx.passwordResets().sweep(NOW, 2));
  }
}
