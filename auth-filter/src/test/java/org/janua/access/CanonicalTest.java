package org.janua.access;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CanonicalTest {

  @Example
  void case_and_composition_make_no_difference_and_nothing_else_does() {
    assertThat(Canonical.of("Zo\u0308e")).isEqualTo(Canonical.of("zÖE")).isEqualTo("zöe");
    assertThat(Canonical.of("100%")).isNotEqualTo(Canonical.of("1000"));
    assertThat(Canonical.of("a_b")).isNotEqualTo(Canonical.of("axb"));
  }

  @Property
  void folding_twice_changes_nothing(@ForAll String text) {
    assertThat(Canonical.of(Canonical.of(text))).isEqualTo(Canonical.of(text));
  }
}
