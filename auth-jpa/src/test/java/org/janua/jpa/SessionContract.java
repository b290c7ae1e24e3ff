package org.janua.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the sessions promise, on every database and provider. */
abstract class SessionContract extends ResourceContract {
  private static final Instant LATER = NOW.plusSeconds(60);

  @Test
  void a_session_is_found_with_its_account_by_one_statement() {
    UserRow ann = added(Rows.user("ann"));
    SessionRow session = Rows.session(ann, "token");
    write(tx -> tx.sessions().add(session));
    long before = meter.statements();

    LiveSession found = found(tx -> tx.sessions().byToken("token")).orElseThrow();

    assertThat(meter.statements() - before).isEqualTo(1);
    assertThat(found.session()).isEqualTo(session);
    assertThat(found.user().id()).isEqualTo(ann.id());
    assertThat(found.user().username()).isEqualTo("ann");
  }

  @Test
  void a_boundless_user_agent_is_cut_and_an_absent_one_stays_absent() {
    UserRow ann = added(Rows.user("ann"));
    Instant end = NOW.plusSeconds(60);
    write(tx -> tx.sessions().add(Rows.session(ann, "long", NOW, end, "x\0".repeat(9000))));
    write(tx -> tx.sessions().add(Rows.session(ann, "none", NOW, end, null)));

    assertThat(session("long").userAgent()).isEqualTo("x".repeat(512));
    assertThat(session("none").userAgent()).isNull();
  }

  @Test
  void live_sessions_are_listed_newest_first() {
    UserRow ann = added(Rows.user("ann"));
    write(tx -> tx.sessions().add(Rows.session(ann, "older", NOW.minusSeconds(9), LATER, null)));
    write(tx -> tx.sessions().add(Rows.session(ann, "newer", NOW, LATER, null)));
    write(tx -> tx.sessions().add(Rows.session(ann, "dead", NOW.minusSeconds(60), NOW, null)));
    write(tx -> tx.sessions().add(Rows.session(added(Rows.user("bob")), "foreign")));

    assertThat(live(ann)).extracting(SessionRow::tokenHash).containsExactly("newer", "older");
  }

  @Test
  void the_last_use_never_goes_back() {
    UserRow ann = added(Rows.user("ann"));
    SessionRow session = Rows.session(ann, "token");
    write(tx -> tx.sessions().add(session));

    assertThat(touched(session, NOW.plusSeconds(5))).isTrue();
    assertThat(touched(session, NOW.plusSeconds(4))).isFalse();
    assertThat(session("token").lastUsedAt()).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void of_two_requests_that_extend_a_session_one_wins() {
    UserRow ann = added(Rows.user("ann"));
    SessionRow session = Rows.session(ann, "token");
    write(tx -> tx.sessions().add(session));
    Instant seen = session.expiresAt();

    assertThat(extended(session, seen, seen.plusSeconds(60))).isTrue();
    assertThat(extended(session, seen, seen.plusSeconds(90))).isFalse();
    assertThat(session("token").expiresAt()).isEqualTo(seen.plusSeconds(60));
  }

  @Test
  void a_session_is_ended_only_for_its_own_account_and_only_once() {
    UserRow ann = added(Rows.user("ann"));
    UserRow bob = added(Rows.user("bob"));
    SessionRow session = Rows.session(ann, "token");
    write(tx -> tx.sessions().add(session));

    assertThat(ended(session, bob)).isEmpty();
    assertThat(found(tx -> tx.sessions().byToken("token"))).isPresent();
    assertThat(ended(session, ann)).contains(session.id());
    assertThat(ended(session, ann)).isEmpty();
  }

  @Test
  void ending_all_others_keeps_the_named_one_and_reports_the_rest() {
    UserRow ann = added(Rows.user("ann"));
    SessionRow kept = Rows.session(ann, "kept");
    write(tx -> tx.sessions().add(kept));
    SessionRow one = Rows.session(ann, "one");
    SessionRow two = Rows.session(ann, "two");
    write(tx -> tx.sessions().add(one));
    write(tx -> tx.sessions().add(two));

    List<String> others = database.write(tx -> tx.sessions().endOthers(ann.id(), kept.id()));
    List<String> rest = database.write(tx -> tx.sessions().endAll(ann.id()));

    assertThat(others).containsExactlyInAnyOrder(one.id(), two.id());
    assertThat(rest).containsExactly(kept.id());
    assertThat(live(ann)).isEmpty();
  }

  @Test
  @Tag("SE-13")
  void of_too_many_live_sessions_those_used_least_recently_end() {
    UserRow ann = added(Rows.user("ann"));
    SessionRow old = Rows.session(ann, "old, but in use", NOW.minusSeconds(9), LATER, null);
    write(tx -> tx.sessions().add(old));
    List<SessionRow> unused =
        Stream.of("one", "two", "three").map(token -> Rows.session(ann, token)).toList();
    unused.forEach(session -> write(tx -> tx.sessions().add(session)));
    write(tx -> tx.sessions().add(Rows.session(ann, "dead", NOW.minusSeconds(60), NOW, null)));
    write(tx -> tx.sessions().add(Rows.session(added(Rows.user("bob")), "foreign")));
    touched(old, NOW.plusSeconds(5));

    assertThat(leastUsed(ann, 4)).isEmpty();
    assertThat(leastUsed(ann, 2))
        .hasSize(2)
        .isSubsetOf(unused.stream().map(SessionRow::id).toList());

    assertThat(live(ann)).extracting(SessionRow::tokenHash).contains("old, but in use").hasSize(2);
    assertThat(found(tx -> tx.sessions().byToken("dead"))).isPresent();
    assertThat(found(tx -> tx.sessions().byToken("foreign"))).isPresent();
  }

  @Test
  void the_sweep_takes_expired_sessions_a_batch_at_a_time() {
    UserRow ann = added(Rows.user("ann"));
    for (String token : List.of("one", "two", "three")) {
      write(tx -> tx.sessions().add(Rows.session(ann, token, NOW.minusSeconds(9), NOW, null)));
    }
    write(tx -> tx.sessions().add(Rows.session(ann, "live")));

    List<LiveSession> swept = swept();
    assertThat(swept).hasSize(2).allMatch(dead -> dead.user().id().equals(ann.id()));
    assertThat(swept()).hasSize(1).doesNotContainAnyElementsOf(swept);
    assertThat(swept()).isEmpty();
    assertThat(session("live").userId()).isEqualTo(ann.id());
  }

  @Test
  void of_two_nodes_that_sweep_only_one_tells_of_a_session() throws Exception {
    UserRow ann = added(Rows.user("ann"));
    for (int i = 0; i < 20; i++) {
      String token = "dead " + i;
      write(tx -> tx.sessions().add(Rows.session(ann, token, NOW.minusSeconds(9), NOW, null)));
    }
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      Callable<List<LiveSession>> sweep = () -> database.write(tx -> tx.sessions().sweep(NOW, 50));
      List<LiveSession> told = new ArrayList<>();
      for (Future<List<LiveSession>> node : nodes.invokeAll(List.of(sweep, sweep))) {
        told.addAll(node.get());
      }
      assertThat(told).hasSize(20).doesNotHaveDuplicates();
    } finally {
      nodes.shutdownNow();
    }
  }

  private List<LiveSession> swept() {
    return database.write(tx -> tx.sessions().sweep(NOW, 2));
  }

  private List<String> leastUsed(UserRow user, int kept) {
    return database.write(tx -> tx.sessions().endLeastUsed(user.id(), kept, NOW));
  }

  private List<SessionRow> live(UserRow user) {
    return database.read(tx -> tx.sessions().ofUser(user.id(), NOW));
  }

  private SessionRow session(String tokenHash) {
    return found(tx -> tx.sessions().byToken(tokenHash)).orElseThrow().session();
  }

  private boolean touched(SessionRow session, Instant at) {
    return database.write(tx -> tx.sessions().touch(session.id(), at));
  }

  private boolean extended(SessionRow session, Instant seen, Instant to) {
    return database.write(tx -> tx.sessions().extend(session.id(), seen, to));
  }

  private Optional<String> ended(SessionRow session, UserRow user) {
    return database.write(tx -> tx.sessions().end(session.id(), user.id()));
  }
}
