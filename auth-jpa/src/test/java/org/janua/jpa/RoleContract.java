package org.janua.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the roles promise, on every database and provider. */
abstract class RoleContract extends AccountContract {
  private static final RoleRow OPERATOR =
      new RoleRow("Operator", true, Map.of("camera", Set.of("b", "a"), "board", Set.of("*")));

  @Test
  void a_role_comes_back_as_it_was_put() {
    write(tx -> tx.roles().put(OPERATOR));

    assertThat(found(tx -> tx.roles().byName("Operator"))).contains(OPERATOR);
    assertThat(database.<List<RoleRow>>read(tx -> tx.roles().all())).containsExactly(OPERATOR);
  }

  @Test
  void a_role_is_found_by_its_exact_name_or_expressly_in_any_case() {
    write(tx -> tx.roles().put(OPERATOR));

    assertThat(found(tx -> tx.roles().byName("operator"))).isEmpty();
    assertThat(found(tx -> tx.roles().byName("Operator "))).isEmpty();
    assertThat(found(tx -> tx.roles().sameAs("OPERATOR"))).contains(OPERATOR);
    assertThat(found(tx -> tx.roles().sameAs("oper\0ator"))).isEmpty();
  }

  @Test
  void putting_a_role_again_replaces_it() {
    RoleRow other = new RoleRow("OPERATOR", false, Map.of("camera", Set.of("a", "c")));
    write(tx -> tx.roles().put(OPERATOR));
    write(tx -> tx.roles().put(other));

    assertThat(database.<List<RoleRow>>read(tx -> tx.roles().all())).containsExactly(other);
  }

  @Test
  void ids_are_kept_exactly() {
    Set<String> ids = Set.of("a", "A", "ä", "a ", "\uD83D\uDE00", "x".repeat(255));
    write(tx -> tx.roles().put(new RoleRow("r", false, Map.of("camera", ids))));

    assertThat(found(tx -> tx.roles().byName("r")).orElseThrow().resources().get("camera"))
        .isEqualTo(ids);
  }

  @Test
  void removing_a_role_leaves_the_accounts_that_have_it() {
    write(tx -> tx.roles().put(OPERATOR));
    UserRow olga = added(Rows.user("olga", "Operator"));

    assertThat(database.<Boolean>write(tx -> tx.roles().remove(OPERATOR))).isTrue();

    assertThat(database.<Boolean>write(tx -> tx.roles().remove(OPERATOR))).isFalse();
    assertThat(found(tx -> tx.users().byId(olga.id())).orElseThrow().role()).isEqualTo("Operator");
  }

  @Test
  void accounts_are_counted_and_moved_by_role() {
    UserRow olga = added(Rows.user("olga", "operator"));
    added(Rows.user("omar", "operator"));
    added(Rows.user("oda", "Operator"));
    assertThat(database.<Map<String, Long>>read(tx -> tx.users().countByRole()))
        .isEqualTo(Map.of("operator", 2L, "Operator", 1L));

    assertThat(database.<Integer>write(tx -> tx.users().moveRole("operator", "viewer")))
        .isEqualTo(2);

    assertThat(number(tx -> tx.users().countOf("viewer"))).isEqualTo(2);
    assertThat(number(tx -> tx.users().countOf("operator"))).isZero();
    assertThat(found(tx -> tx.users().byId(olga.id())).orElseThrow().role()).isEqualTo("viewer");
  }

  @Test
  void an_account_is_switched_off_and_on() {
    UserRow ann = added(Rows.user("ann", "admin"));

    write(tx -> tx.users().setActive(ann.id(), false));
    assertThat(found(tx -> tx.users().byId(ann.id())).orElseThrow().active()).isFalse();
    assertThat(hasAdministrator()).isFalse();

    write(tx -> tx.users().setActive(ann.id(), true));
    assertThat(hasAdministrator()).isTrue();
  }

  @Test
  void what_the_configuration_said_is_remembered_replaced_and_forgotten() {
    write(tx -> tx.roles().putSource("a", "one"));
    write(tx -> tx.roles().putSource("b", "two"));
    write(tx -> tx.roles().putSource("a", "three"));
    assertThat(database.<Map<String, String>>read(tx -> tx.roles().sources()))
        .isEqualTo(Map.of("a", "three", "b", "two"));

    write(tx -> tx.roles().removeSource("a"));

    assertThat(database.<Map<String, String>>read(tx -> tx.roles().sources()))
        .isEqualTo(Map.of("b", "two"));
  }
}
