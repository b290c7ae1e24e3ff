package org.janua.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    return Start.in(directory).file(text).settings().permissions();
  }

  private static String chain(int keys) {
    StringBuilder text = new StringBuilder("permissions:\n");
    for (int i = 0; i < keys - 1; i++) {
      text.append("  k%d: [k%d]\n".formatted(i, i + 1));
    }
    return text.append("  k%d: []\n".formatted(keys - 1)).toString();
  }
}
