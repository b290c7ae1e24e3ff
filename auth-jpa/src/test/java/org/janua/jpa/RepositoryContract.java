package org.janua.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What all repositories and units of work promise, on every database and provider. */
abstract class RepositoryContract extends PasswordResetContract {
  @Test
  void a_setting_is_put_replaced_and_read() {
    String name = "setting-" + Ids.next(() -> NOW);
    assertThat(found(tx -> tx.settings().get(name))).isEmpty();

    write(tx -> tx.settings().put(name, "one"));
    write(tx -> tx.settings().put(name, "two"));

    assertThat(found(tx -> tx.settings().get(name))).contains("two");
  }

  @Test
  void a_read_unit_cannot_write() {
    UserRow ann = added(Rows.user("ann"));

    for (Consumer<Tx> writing :
        List.<Consumer<Tx>>of(
            tx -> tx.users().add(Rows.user("eve")),
            tx -> tx.users().setRole(ann.id(), "admin"),
            tx -> tx.sessions().endAll(ann.id()),
            tx -> tx.settings().put("a", "b"))) {
      assertThatThrownBy(() -> database.read(returningNothing(writing)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Database.write");
    }
    assertThat(number(tx -> tx.users().count())).isEqualTo(1);
  }

  @Test
  void what_a_unit_throws_comes_out_unchanged_and_undoes_it() {
    IllegalArgumentException own = new IllegalArgumentException("mine");

    assertThatThrownBy(
            () ->
                database.write(
                    tx -> {
                      tx.users().add(Rows.user("ann"));
                      throw own;
                    }))
        .isSameAs(own);
    assertThat(number(tx -> tx.users().count())).isZero();
  }

  @Test
  void what_a_unit_wants_undone_is_undone_and_its_answer_comes_out() {
    UserRow ann = added(Rows.user("ann"));
    AtomicBoolean told = new AtomicBoolean();

    String answer =
        database.write(
            tx -> {
              tx.users().add(Rows.user("eve"));
              tx.users().setRole(ann.id(), "admin");
              tx.undo();
              tx.settings().put("after", "all");
              tx.afterCommit(() -> told.set(true));
              return "no";
            });

    assertThat(answer).isEqualTo("no");
    assertThat(told).isFalse();
    assertThat(number(tx -> tx.users().count())).isEqualTo(1);
    assertThat(hasAdministrator()).isFalse();
    assertThat(found(tx -> tx.settings().get("after"))).isEmpty();
  }

  /** Both look, neither finds, both add: the one that comes second is run again and finds. */
  @Test
  @Tag("FA-06")
  void a_unit_that_loses_a_unique_key_runs_again_and_sees_the_row() throws Exception {
    CountDownLatch bothLooked = new CountDownLatch(2);
    AtomicInteger runs = new AtomicInteger();
    Function<Tx, Boolean> addIfAbsent =
        tx -> {
          runs.incrementAndGet();
          boolean absent = tx.users().byName("admin").isEmpty();
          if (absent) {
            bothLooked.countDown();
            awaitOrFail(bothLooked);
            tx.users().add(Rows.user("admin", "admin"));
          }
          return absent;
        };

    assertThat(together(addIfAbsent, addIfAbsent)).containsExactlyInAnyOrder(true, false);

    assertThat(runs).hasValue(3);
    assertThat(number(tx -> tx.users().count())).isEqualTo(1);
  }

  @Test
  void the_administration_lock_makes_two_last_admin_checks_serial() throws Exception {
    UserRow one = added(Rows.user("one", "admin"));
    UserRow two = added(Rows.user("two", "admin"));
    CountDownLatch bothStarted = new CountDownLatch(2);

    List<Boolean> demoted = together(demotion(one, bothStarted), demotion(two, bothStarted));

    assertThat(demoted).containsExactlyInAnyOrder(true, false);
    assertThat(hasAdministrator()).isTrue();
  }

  /** A session opened against an old password either ends with the change or is never opened. */
  @Test
  void a_locked_account_cannot_change_its_password_until_the_unit_ends() throws Exception {
    UserRow ann = added(Rows.user("ann"));
    CountDownLatch locked = new CountDownLatch(1);
    Function<Tx, Boolean> open =
        tx -> {
          boolean unchanged =
              tx.users().locked(ann.id()).orElseThrow().password().reveal().equals("hash of ann");
          locked.countDown();
          if (unchanged) {
            tx.sessions().add(Rows.session(ann, "opened"));
          }
          return unchanged;
        };
    Function<Tx, Boolean> change =
        tx -> {
          awaitOrFail(locked);
          tx.users().setPassword(ann.id(), PasswordHash.of("new"), NOW);
          return !tx.sessions().endAll(ann.id()).isEmpty();
        };

    assertThat(together(open, change)).containsExactly(true, true);
    assertThat(found(tx -> tx.sessions().byToken("opened"))).isEmpty();
  }

  private static Function<Tx, Boolean> demotion(UserRow user, CountDownLatch bothStarted) {
    return tx -> {
      bothStarted.countDown();
      awaitOrFail(bothStarted);
      tx.users().lockAdministration();
      tx.users().setRole(user.id(), "viewer");
      boolean remains = tx.users().hasAdministrator(Set.of());
      if (!remains) {
        tx.undo();
      }
      return remains;
    };
  }

  private List<Boolean> together(Function<Tx, Boolean> one, Function<Tx, Boolean> two)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CompletableFuture<Boolean> first =
          CompletableFuture.supplyAsync(() -> database.write(one), threads);
      CompletableFuture<Boolean> second =
          CompletableFuture.supplyAsync(() -> database.write(two), threads);
      return List.of(first.get(20, TimeUnit.SECONDS), second.get(20, TimeUnit.SECONDS));
    } finally {
      threads.shutdownNow();
    }
  }

  private static void awaitOrFail(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
