package org.janua.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What the API keys promise, on every database and provider. */
abstract class ApiKeyContract extends SessionContract {

  @Test
  void a_key_comes_back_as_it_was_added_with_its_account() {
    UserRow ann = added(Rows.user("ann"));
    ApiKeyRow limited = added(key(ann, "limited", Optional.of(Set.of("b", "a")), Optional.of(NOW)));
    ApiKeyRow whole = added(key(ann, "whole", Optional.empty(), Optional.empty()));

    LiveApiKey found = found(tx -> tx.apiKeys().byHash("limited")).orElseThrow();

    assertThat(found.key()).isEqualTo(limited);
    assertThat(found.user().username()).isEqualTo("ann");
    assertThat(found(tx -> tx.apiKeys().byHash("whole")).orElseThrow().key()).isEqualTo(whole);
    assertThat(found(tx -> tx.apiKeys().byHash("WHOLE"))).isEmpty();
    assertThat(ofUser(ann)).containsExactlyInAnyOrder(limited, whole);
    assertThat(number(tx -> tx.apiKeys().count(ann.id()))).isEqualTo(2);
  }

  @Test
  void a_whole_key_is_found_by_one_statement_and_a_limited_one_by_two() {
    UserRow ann = added(Rows.user("ann"));
    added(key(ann, "limited", Optional.of(Set.of("a")), Optional.empty()));
    added(key(ann, "whole", Optional.empty(), Optional.empty()));
    long before = meter.statements();

    found(tx -> tx.apiKeys().byHash("whole"));
    assertThat(meter.statements() - before).isEqualTo(1);
    found(tx -> tx.apiKeys().byHash("limited"));
    assertThat(meter.statements() - before).isEqualTo(3);
  }

  @Test
  void a_replaced_key_keeps_everything_else() {
    UserRow ann = added(Rows.user("ann"));
    ApiKeyRow old = added(key(ann, "old", Optional.of(Set.of("a")), Optional.of(NOW)));

    assertThat(changed(tx -> tx.apiKeys().replace(old.id(), ann.id(), "new"))).isTrue();

    assertThat(found(tx -> tx.apiKeys().byHash("old"))).isEmpty();
    assertThat(found(tx -> tx.apiKeys().byHash("new")).orElseThrow().key())
        .isEqualTo(old.withHash("new"));
  }

  @Test
  void a_key_is_found_replaced_and_ended_only_for_its_own_account() {
    UserRow ann = added(Rows.user("ann"));
    UserRow bob = added(Rows.user("bob"));
    ApiKeyRow key = added(key(ann, "key", Optional.of(Set.of("a")), Optional.empty()));

    assertThat(found(tx -> tx.apiKeys().find(key.id(), bob.id()))).isEmpty();
    assertThat(changed(tx -> tx.apiKeys().replace(key.id(), bob.id(), "stolen"))).isFalse();
    assertThat(changed(tx -> tx.apiKeys().end(key.id(), bob.id()))).isFalse();

    assertThat(found(tx -> tx.apiKeys().find(key.id(), ann.id()))).contains(key);
    assertThat(changed(tx -> tx.apiKeys().end(key.id(), ann.id()))).isTrue();
    assertThat(changed(tx -> tx.apiKeys().end(key.id(), ann.id()))).isFalse();
  }

  @Test
  void the_last_use_of_a_key_never_goes_back() {
    UserRow ann = added(Rows.user("ann"));
    ApiKeyRow key = added(key(ann, "key", Optional.empty(), Optional.empty()));

    for (Instant at : List.of(NOW.plusSeconds(5), NOW.plusSeconds(4))) {
      write(tx -> tx.apiKeys().touch(key.id(), at));
      assertThat(ofUser(ann).get(0).lastUsedAt()).contains(NOW.plusSeconds(5));
    }
  }

  @Test
  void keys_go_with_their_account_or_all_at_once() {
    UserRow ann = added(Rows.user("ann"));
    UserRow bob = added(Rows.user("bob"));
    added(key(ann, "one", Optional.of(Set.of("a")), Optional.empty()));
    added(key(bob, "two", Optional.of(Set.of("a")), Optional.empty()));
    added(key(bob, "three", Optional.empty(), Optional.empty()));

    write(tx -> tx.users().remove(ann.id()));
    assertThat(database.<Integer>write(tx -> tx.apiKeys().endAll(bob.id()))).isEqualTo(2);

    for (String hash : List.of("one", "two", "three")) {
      assertThat(found(tx -> tx.apiKeys().byHash(hash))).isEmpty();
    }
  }

  private static ApiKeyRow key(
      UserRow user, String hash, Optional<Set<String>> permissions, Optional<Instant> expiresAt) {
    return new ApiKeyRow(
        Ids.next(() -> NOW),
        hash,
        user.id(),
        "\uD83D\uDD11".repeat(255),
        permissions,
        NOW,
        expiresAt,
        Optional.empty());
  }

  private ApiKeyRow added(ApiKeyRow row) {
    write(tx -> tx.apiKeys().add(row));
    return row;
  }

  private boolean changed(Function<Tx, Boolean> work) {
    return database.write(work);
  }

  private List<ApiKeyRow> ofUser(UserRow user) {
    return database.read(tx -> tx.apiKeys().ofUser(user.id()));
  }
}
