package org.janua.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the audit log promises, on every database and provider. */
abstract class AuditContract extends ThrottleContract {
  @Test
  void an_entry_comes_back_as_it_was_added() {
    AuditRow row =
        new AuditRow(
            Ids.at(NOW),
            NOW,
            "role_changed",
            "success",
            Ids.at(NOW),
            "Ann",
            Ids.at(NOW),
            "J\u00f6rg \uD83D\uDE00",
            "2001:db8::1",
            "curl/8",
            Ids.at(NOW),
            "{\"role\":{\"from\":\"viewer\",\"to\":\"admin\"}}");
    write(tx -> tx.audit().add(row));

    assertThat(page(AuditQuery.EVERYTHING)).containsExactly(row);
  }

  @Test
  void what_does_not_fit_is_cut() {
    write(
        tx ->
            tx.audit()
                .add(
                    new AuditRow(
                        Ids.at(NOW),
                        NOW,
                        "sign_in",
                        "success",
                        "",
                        "\u0130".repeat(600),
                        "i".repeat(300),
                        "",
                        "1".repeat(90),
                        "x\0".repeat(9000),
                        "",
                        "{}")));

    AuditRow found = page(AuditQuery.EVERYTHING).get(0);
    assertThat(found.actorName()).isEqualTo("\u0130".repeat(512));
    assertThat(found.subjectId()).hasSize(255);
    assertThat(found.ip()).hasSize(64);
    assertThat(found.userAgent()).isEqualTo("x".repeat(512));
  }

  @Test
  void entries_are_read_newest_first_a_page_at_a_time() {
    List<AuditRow> rows =
        IntStream.range(0, 5).mapToObj(i -> entry(NOW.plusMillis(i), "sign_in", "ann")).toList();
    rows.forEach(row -> write(tx -> tx.audit().add(row)));

    List<AuditRow> first = page(AuditQuery.EVERYTHING, Optional.empty(), 2);
    List<AuditRow> second = page(AuditQuery.EVERYTHING, Optional.of(first.get(1).id()), 2);
    List<AuditRow> third = page(AuditQuery.EVERYTHING, Optional.of(second.get(1).id()), 2);

    assertThat(first).containsExactly(rows.get(4), rows.get(3));
    assertThat(second).containsExactly(rows.get(2), rows.get(1));
    assertThat(third).containsExactly(rows.get(0));
  }

  @Test
  void a_name_finds_who_did_it_and_to_whom_it_was_done_in_any_case_and_each_entry_once() {
    AuditRow own = entry(NOW, "sign_in", "J\u00f6RG");
    AuditRow done = changed(NOW.plusMillis(1), "J\u00f6rg", "bob");
    AuditRow suffered = changed(NOW.plusMillis(2), "ann", "J\u00d6RG");
    AuditRow foreign = changed(NOW.plusMillis(3), "ann", "bob");
    List.of(own, done, suffered, foreign).forEach(row -> write(tx -> tx.audit().add(row)));

    assertThat(page(ofUser("j\u00f6rg"))).containsExactly(suffered, done, own);
    assertThat(page(ofUser("j\u00f6rg"), Optional.of(suffered.id()), 1)).containsExactly(done);
    assertThat(page(ofUser("j\u00f6r"))).isEmpty();
    assertThat(page(ofUser("a\0b"))).isEmpty();
  }

  @Test
  void an_action_and_a_span_of_time_narrow_it_down() {
    AuditRow early = entry(NOW.minusMillis(1), "sign_in", "ann");
    AuditRow first = entry(NOW, "sign_in", "ann");
    AuditRow other = entry(NOW, "sign_out", "ann");
    AuditRow late = entry(NOW.plusMillis(1), "sign_in", "ann");
    List.of(early, first, other, late).forEach(row -> write(tx -> tx.audit().add(row)));

    assertThat(
            page(
                new AuditQuery(
                    Optional.of("ann"),
                    Optional.of("sign_in"),
                    Optional.of(NOW),
                    Optional.of(NOW.plusMillis(1)))))
        .containsExactly(first);
    assertThat(page(span(NOW, Instant.MAX))).containsExactlyInAnyOrder(first, other, late);
    assertThat(page(span(Instant.MIN, NOW))).containsExactly(early);
  }

  @Test
  void each_filter_is_one_statement_and_a_name_two() {
    long before = meter.statements();
    page(span(Instant.MIN, Instant.MAX));
    assertThat(meter.statements() - before).isEqualTo(1);
    page(ofUser("ann"));
    assertThat(meter.statements() - before).isEqualTo(3);
  }

  @Test
  void entries_that_are_there_already_are_not_added_again() {
    AuditRow one = entry(NOW, "sign_in_failed", "ann");
    AuditRow two = entry(NOW.plusMillis(1), "sign_in_failed", "ann");
    write(tx -> tx.audit().addMissing(List.of(one)));
    write(tx -> tx.audit().addMissing(List.of(one, two)));

    assertThat(page(AuditQuery.EVERYTHING)).containsExactly(two, one);
  }

  @Test
  void the_sweep_takes_what_is_older_a_batch_at_a_time() {
    for (int i = 3; i > 0; i--) {
      AuditRow old = entry(NOW.minusMillis(i), "sign_in", "ann");
      write(tx -> tx.audit().add(old));
    }
    AuditRow kept = entry(NOW, "sign_in", "ann");
    write(tx -> tx.audit().add(kept));

    assertThat(database.<Integer>write(tx -> tx.audit().sweep(NOW, 2))).isEqualTo(2);
    assertThat(database.<Integer>write(tx -> tx.audit().sweep(NOW, 2))).isEqualTo(1);
    assertThat(database.<Integer>write(tx -> tx.audit().sweep(NOW, 2))).isZero();
    assertThat(page(AuditQuery.EVERYTHING)).containsExactly(kept);
  }

  @Test
  @Tag("AU-04")
  void an_entry_is_rolled_back_with_the_unit_of_work_and_nothing_follows_it() {
    List<String> followed = new ArrayList<>();
    assertThatThrownBy(
            () ->
                write(
                    tx -> {
                      tx.users().add(Rows.user("eve"));
                      tx.audit().add(entry(NOW, "user_created", "eve"));
                      tx.afterCommit(() -> followed.add("eve"));
                      throw new IllegalArgumentException("mine");
                    }))
        .hasMessage("mine");

    assertThat(page(AuditQuery.EVERYTHING)).isEmpty();
    assertThat(followed).isEmpty();
    assertThat(number(tx -> tx.users().count())).isZero();
  }

  @Test
  void what_follows_a_unit_of_work_sees_it_and_cannot_harm_it() {
    List<AuditRow> seen = new ArrayList<>();
    write(
        tx -> {
          tx.audit().add(entry(NOW, "sign_in", "ann"));
          tx.afterCommit(
              () -> {
                throw new IllegalStateException("an observer's own");
              });
          tx.afterCommit(() -> seen.addAll(page(AuditQuery.EVERYTHING)));
        });

    assertThat(seen).hasSize(1);
  }

  private List<AuditRow> page(AuditQuery query) {
    return page(query, Optional.empty(), 100);
  }

  private List<AuditRow> page(AuditQuery query, Optional<String> after, int limit) {
    return database.read(tx -> tx.audit().page(query, after, limit));
  }

  private static AuditQuery ofUser(String name) {
    return new AuditQuery(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static AuditQuery span(Instant from, Instant until) {
    return new AuditQuery(
        Optional.empty(), Optional.empty(), Optional.of(from), Optional.of(until));
  }

  private static AuditRow entry(Instant at, String action, String name) {
    return entry(at, action, name, name);
  }

  private static AuditRow changed(Instant at, String actor, String subject) {
    return entry(at, "user_changed", actor, subject);
  }

  private static AuditRow entry(Instant at, String action, String actor, String subject) {
    return new AuditRow(
        Ids.at(at), at, action, "success", "", actor, "", subject, "192.0.2.7", "", "", "{}");
  }
}
