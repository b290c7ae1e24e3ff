package org.janua.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** What the accounts promise, on every database and provider. */
abstract class AccountContract extends StoredRows {
  @Test
  void an_account_comes_back_as_it_was_added() {
    UserRow described = Rows.described("Zoë", "Zoë 雪 \uD83D\uDE00", "Zoe@Example.org");
    write(tx -> tx.users().add(described));

    UserRow found = found(tx -> tx.users().byName("zoë")).orElseThrow();

    assertThat(found).isEqualTo(described);
    assertThat(found(tx -> tx.users().byId(described.id()))).contains(described);
  }

  @Test
  void a_password_hash_comes_back_as_it_was_stored() {
    UserRow ann = added(Rows.user("ann"));

    assertThat(hashOf(ann)).isEqualTo("hash of ann");
  }

  @Test
  void times_do_not_depend_on_the_zone_of_the_jvm() {
    TimeZone zone = TimeZone.getDefault();
    Instant inTheGap = Instant.parse("2026-03-29T02:30:00.123Z");
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin")); // skips 02:30 on that day
      UserRow ann = added(Rows.user("ann"));
      write(tx -> tx.users().setPassword(ann.id(), PasswordHash.of("new"), inTheGap));
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));

      assertThat(found(tx -> tx.users().byId(ann.id())).orElseThrow().passwordChangedAt())
          .isEqualTo(inTheGap);
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void an_unknown_name_is_empty_and_not_an_error() {
    assertThat(found(tx -> tx.users().byName("nobody"))).isEmpty();
    assertThat(found(tx -> tx.users().byName("no\0body"))).isEmpty();
    assertThat(found(tx -> tx.users().byId("nobody"))).isEmpty();
    assertThat(found(tx -> tx.sessions().byToken("nothing"))).isEmpty();
  }

  @Test
  void names_are_compared_exactly() {
    added(Rows.user("jose"));
    added(Rows.user("josé"));

    assertThat(found(tx -> tx.users().byName("JOSE"))).isEmpty();
    assertThat(found(tx -> tx.users().byName("jose "))).isEmpty();
    assertThat(number(tx -> tx.users().count())).isEqualTo(2);
  }

  @Test
  void a_name_can_be_taken_once() {
    added(Rows.user("ann"));

    assertThatThrownBy(() -> added(Rows.user("Ann"))).isInstanceOf(DatabaseUnavailable.class);
    assertThat(number(tx -> tx.users().count())).isEqualTo(1);
  }

  @Test
  void pages_follow_each_other_by_name_without_gap_or_repetition() {
    for (String name : List.of("dora", "ann", "carl", "bob", "eve")) {
      added(Rows.user(name));
    }

    assertThat(names(null, null, 2)).containsExactly("ann", "bob");
    assertThat(names(null, "bob", 2)).containsExactly("carl", "dora");
    assertThat(names(null, "dora", 2)).containsExactly("eve");
    assertThat(names(null, "eve", 2)).isEmpty();
  }

  @Test
  void a_query_finds_part_of_name_mail_or_display_name_in_any_case() {
    added(Rows.described("ann", "Anna Karenina", "ak@rail.example"));
    added(Rows.described("bob", "Robert", "KAREN@example.org"));
    added(Rows.user("karenina"));
    added(Rows.user("eve"));

    assertThat(names("KaReN", null, 9)).containsExactly("ann", "bob", "karenina");
    assertThat(names("KaReN", "ann", 1)).containsExactly("bob");
    assertThat(names("\0", null, 9)).isEmpty();
  }

  @Test
  void wildcards_in_a_query_are_plain_characters() {
    for (String name : List.of("a_b", "axb", "a%b", "a!b", "a\\b")) {
      added(Rows.user(name));
    }

    assertThat(names("a_b", null, 9)).containsExactly("a_b");
    assertThat(names("%", null, 9)).containsExactly("a%b");
    assertThat(names("!", null, 9)).containsExactly("a!b");
    assertThat(names("\\", null, 9)).containsExactly("a\\b");
  }

  @Test
  void only_active_admins_with_a_password_count_as_admins() {
    UserRow root = added(Rows.user("root", "admin"));
    added(Rows.user("ann"));
    UserRow inactive = added(Rows.described("old", null, null));
    write(tx -> tx.users().setRole(inactive.id(), "admin"));
    assertThat(hasAdministrator()).isTrue();

    write(tx -> tx.users().setRole(root.id(), "viewer"));

    assertThat(hasAdministrator()).isFalse();
    assertThat(found(tx -> tx.users().byId(root.id())).orElseThrow().role()).isEqualTo("viewer");
  }

  @Test
  void a_unit_sees_what_it_wrote_itself() {
    UserRow ann = added(Rows.user("ann"));

    database.<Void>write(
        tx -> {
          tx.users().setRole(ann.id(), "admin");
          assertThat(tx.users().hasAdministrator(Set.of())).isTrue();
          tx.users().replacePassword(ann.id(), ann.password(), PasswordHash.of("better"));
          UserRow seen = tx.users().byId(ann.id()).orElseThrow();
          assertThat(seen.password().reveal()).isEqualTo("better");
          assertThat(seen.role()).isEqualTo("admin");
          return null;
        });
  }

  @Test
  void a_changed_password_carries_its_time() {
    UserRow ann = added(Rows.user("ann"));

    write(tx -> tx.users().setPassword(ann.id(), PasswordHash.of("new"), NOW.plusSeconds(5)));

    UserRow found = found(tx -> tx.users().byId(ann.id())).orElseThrow();
    assertThat(found.password().reveal()).isEqualTo("new");
    assertThat(found.passwordChangedAt()).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void two_changes_of_a_password_never_carry_the_same_time() {
    UserRow ann = added(Rows.user("ann"));
    Instant first = changed(ann, NOW);

    assertThat(changed(ann, NOW)).isAfter(first);
    assertThat(changed(ann, NOW.minusSeconds(5))).isAfter(first.plusMillis(1));
  }

  private Instant changed(UserRow user, Instant at) {
    write(tx -> tx.users().setPassword(user.id(), PasswordHash.of("new"), at));
    return found(tx -> tx.users().byId(user.id())).orElseThrow().passwordChangedAt();
  }

  @Test
  void an_account_is_unchanged_with_a_better_hash_and_changed_with_another_password() {
    UserRow ann = added(Rows.user("ann"));

    write(tx -> tx.users().replacePassword(ann.id(), ann.password(), PasswordHash.of("better")));
    assertThat(unchanged(ann)).isTrue();

    write(tx -> tx.users().setPassword(ann.id(), PasswordHash.of("better"), ann.createdAt()));
    assertThat(unchanged(ann)).isFalse();
  }

  private boolean unchanged(UserRow user) {
    return database.write(tx -> tx.users().lockedUnchanged(user).isPresent());
  }

  @Test
  void a_profile_is_replaced_and_cleared() {
    UserRow ann = added(Rows.user("ann"));

    write(tx -> tx.users().setProfile(ann.id(), "Ann", "ann@example.org", "https://a.example/a"));
    assertThat(found(tx -> tx.users().byId(ann.id())).orElseThrow())
        .extracting(UserRow::displayName, UserRow::email, UserRow::avatarUrl)
        .containsExactly("Ann", "ann@example.org", "https://a.example/a");

    write(tx -> tx.users().setProfile(ann.id(), null, null, null));
    assertThat(found(tx -> tx.users().byId(ann.id())).orElseThrow())
        .extracting(UserRow::displayName, UserRow::email, UserRow::avatarUrl)
        .containsOnlyNulls();
  }

  @Test
  void changing_an_unknown_account_says_so() {
    assertThat(database.<Boolean>write(tx -> tx.users().setRole("x", "admin"))).isFalse();
    assertThat(database.<Boolean>write(tx -> tx.users().setProfile("x", "", "", ""))).isFalse();
    assertThat(database.<Boolean>write(tx -> tx.users().remove("x"))).isFalse();
    assertThat(database.<Boolean>write(tx -> tx.users().setPassword("x", PasswordHash.of(""), NOW)))
        .isFalse();
    assertThat(database.<Boolean>write(tx -> tx.users().locked("x").isPresent())).isFalse();
  }

  @Test
  void a_hash_is_replaced_only_if_nobody_changed_it_meanwhile() {
    UserRow ann = added(Rows.user("ann"));
    PasswordHash better = PasswordHash.of("better");

    assertThat(replaced(ann, PasswordHash.of("outdated"), better)).isFalse();
    assertThat(hashOf(ann)).isEqualTo("hash of ann");
    assertThat(replaced(ann, ann.password(), better)).isTrue();
    assertThat(hashOf(ann)).isEqualTo("better");
  }

  @Test
  void removing_an_account_removes_its_sessions_and_no_others() {
    UserRow ann = added(Rows.user("ann"));
    UserRow bob = added(Rows.user("bob"));
    write(tx -> tx.sessions().add(Rows.session(ann, "of-ann")));
    write(tx -> tx.sessions().add(Rows.session(bob, "of-bob")));

    assertThat(database.<Boolean>write(tx -> tx.users().remove(ann.id()))).isTrue();

    assertThat(found(tx -> tx.users().byId(ann.id()))).isEmpty();
    assertThat(found(tx -> tx.sessions().byToken("of-ann"))).isEmpty();
    assertThat(found(tx -> tx.sessions().byToken("of-bob"))).isPresent();
  }

  private List<String> names(String query, String after, int limit) {
    return database.read(tx -> tx.users().page(query, after, limit)).stream()
        .map(UserRow::canonical)
        .toList();
  }

  private String hashOf(UserRow user) {
    return found(tx -> tx.users().byId(user.id())).orElseThrow().password().reveal();
  }

  private boolean replaced(UserRow user, PasswordHash expected, PasswordHash replacement) {
    return database.write(tx -> tx.users().replacePassword(user.id(), expected, replacement));
  }
}
