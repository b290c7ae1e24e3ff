package org.janua.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What holding a key means. */
class PermissionsTest {

  private static final Permissions KEYS =
      new Permissions(
          Map.of(
              "full", Set.of("modify", "create"),
              "modify", Set.of("view"),
              "view", Set.of(),
              "create", Set.of(),
              "other", Set.of(),
              "admin", Set.of("other"),
              "superb", Set.of("admin")));

  @Test
  void a_key_is_held_with_all_that_it_implies() {
    assertThat(KEYS.held(Set.of("full")))
        .containsExactlyInAnyOrder("full", "modify", "view", "create");
    assertThat(KEYS.held(Set.of("modify"))).containsExactlyInAnyOrder("modify", "view");
    assertThat(KEYS.held(Set.of("view"))).containsExactly("view");
    assertThat(KEYS.held(Set.of())).isEmpty();
  }

  @Test
  void admin_implies_everything_whatever_is_declared_of_it() {
    assertThat(KEYS.held(Set.of("admin"))).isEqualTo(KEYS.keys());
    assertThat(KEYS.held(Set.of("superb"))).isEqualTo(KEYS.keys());
    assertThat(KEYS.administrative()).containsExactlyInAnyOrder("admin", "superb");
  }

  @Test
  void a_key_that_is_not_declared_means_nothing() {
    Permissions without = new Permissions(Map.of("view", Set.of("gone")));

    assertThat(without.held(List.of("admin", "View", "gone", "view "))).isEmpty();
    assertThat(without.held(Set.of("view"))).containsExactly("view");
    assertThat(without.administrative()).isEmpty();
  }

  @Test
  void the_keys_keep_their_order() {
    Map<String, Set<String>> declared = new LinkedHashMap<>();
    List.of("c", "a", "d", "b").forEach(key -> declared.put(key, Set.of()));

    assertThat(new Permissions(declared).keys()).containsExactly("c", "a", "d", "b");
  }

  @Property
  void more_keys_never_give_less_and_what_is_held_is_declared(
      @ForAll @Size(max = 8) Map<String, @Size(max = 3) Set<String>> declared,
      @ForAll Set<String> granted,
      @ForAll String more) {
    Permissions keys = new Permissions(declared);
    Set<String> before = keys.held(granted);

    assertThat(keys.keys()).containsAll(before);
    assertThat(keys.held(List.of(more))).isSubsetOf(keys.keys());
    assertThat(keys.held(before)).isEqualTo(before);
  }
}
