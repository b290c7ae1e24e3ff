package org.janua.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionRulesTest {
  @TempDir Path directory;

  @Test
  void the_keys_keep_the_order_of_the_file() {
    assertThat(
            keys(
                """
                permissions:
                  full: [modify, create]
                  modify: [view]
                  view: []
                  create:
                """))
        .containsExactly("full", "modify", "view", "create");
  }

  @Test
  void two_ways_to_the_same_key_are_no_cycle() {
    assertThat(keys("permissions: {a: [b, c], b: [d], c: [d], d: []}")).hasSize(4);
  }

  @Test
  void every_key_of_a_cycle_is_named_and_no_other() {
    List<Fault> faults =
        Start.in(directory).file("permissions: {a: [b], b: [c], c: [b], d: []}").faults();

    assertThat(faults).extracting(Fault::key).containsExactly("permissions.b", "permissions.c");
    assertThat(faults)
        .extracting(Fault::problem)
        .containsExactly("implies itself by way of b, c, b", "implies itself by way of c, b, c");
  }

  @Test
  void the_shortest_way_round_is_named() {
    List<Fault> faults =
        Start.in(directory).file("permissions: {a: [b, c], b: [d], c: [a], d: [c]}").faults();

    assertThat(faults.get(0).problem()).isEqualTo("implies itself by way of a, c, a");
    assertThat(Start.in(directory).file("permissions: {a: [a]}").fault().problem())
        .isEqualTo("implies itself by way of a, a");
  }

  @Test
  void a_cycle_that_nobody_could_follow_is_named_by_its_end() {
    String ring = chain(1_000).replace("k999: []", "k999: [k0]");

    assertThat(Start.in(directory).file(ring).faults())
        .hasSize(1_000)
        .first()
        .extracting(Fault::problem)
        .isEqualTo(
            "implies itself by way of k0, ..., k993, k994, k995, k996, k997, k998, k999, k0");
  }

  @Test
  void what_a_key_implies_keeps_the_order_of_the_file_too() {
    assertThat(
            Start.in(directory)
                .file("permissions: {a: [c, b], b: [], c: []}")
                .settings()
                .permissions()
                .get("a"))
        .containsExactly("c", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"viewer", "Viewer", "Admin", "ADMIN"})
  void a_key_that_would_be_taken_for_a_role_that_is_always_there_is_refused(String key) {
    assertThat(Start.in(directory).file("permissions: {" + key + ": []}").fault().key())
        .isEqualTo("permissions." + key);
  }

  @Test
  void the_key_admin_means_what_the_role_means() {
    assertThat(keys("permissions: {admin: []}")).containsExactly("admin");
  }

  @Test
  void a_thousand_keys_in_a_row_are_fine_and_more_are_refused() {
    assertThat(keys(chain(1_000))).hasSize(1_000);
    assertThat(Start.in(directory).file(chain(1_001)).fault().problem())
        .isEqualTo("declares more than 1000 keys");
  }

  @Test
  void nobody_can_change_them_afterwards() {
    Set<String> keys = keys("permissions: {a: []}");

    assertThatThrownBy(() -> keys.add("b")).isInstanceOf(UnsupportedOperationException.class);
  }

  private Set<String> keys(String text) {
    return Start.in(directory).file(text).settings().permissions().keySet();
  }

  private static String chain(int keys) {
    StringBuilder text = new StringBuilder("permissions:\n");
    for (int i = 0; i < keys - 1; i++) {
      text.append("  k%d: [k%d]\n".formatted(i, i + 1));
    }
    return text.append("  k%d: []\n".formatted(keys - 1)).toString();
  }
}
