package org.janua.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Jörg", "a, \"b\"; c/d", "\uD83D\uDD11"})
  void takes_what_stands_on_one_line(String text) {
    assertThat(Line.is(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r", "\0", "\u001b[2J", "\u0085", "\uD83D", "a\uDD11"})
  void takes_nothing_that_breaks_a_line_or_is_half_a_character(String text) {
    assertThat(Line.is(text)).isFalse();
  }
}
