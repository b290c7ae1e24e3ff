package org.janua.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

  /** Worked out by another program, as the guide describes it; nobody's key. */
  private static final String KNOWN = "janua_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg35wWNh";

  /** What the guide gives to scanners for secrets. */
  private static final Pattern DOCUMENTED = Pattern.compile("\\bjanua_[0-9A-Za-z]{49}\\b");

  @Test
  @Tag("SE-11")
  void a_key_has_the_documented_form_and_is_another_one_each_time() {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      String key = KeyText.random().reveal();
      assertThat(key).matches(DOCUMENTED);
      assertThat(KeyText.parse(key)).isPresent();
      keys.add(key);
    }
    assertThat(keys).hasSize(10_000);
  }

  @Test
  void its_end_is_worked_out_as_documented() {
    assertThat(KeyText.parse(KNOWN)).isPresent();
  }

  @Test
  void one_wrong_sign_anywhere_makes_it_no_key() {
    for (int i = 0; i < KNOWN.length(); i++) {
      char other = KNOWN.charAt(i) == 'x' ? 'y' : 'x';
      String wrong = KNOWN.substring(0, i) + other + KNOWN.substring(i + 1);
      assertThat(KeyText.parse(wrong)).as(wrong).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"janua_", "JANUA_", "x", " ", "\n", "\0", "é"})
  void what_has_another_form_is_no_key(String text) {
    assertThat(KeyText.parse(text)).isEmpty();
    assertThat(KeyText.parse(text + KNOWN)).isEmpty();
    assertThat(KeyText.parse(KNOWN + text)).isEmpty();
  }

  @Test
  void a_key_does_not_print_itself() {
    KeyText key = KeyText.random();

    assertThat(key.toString()).isEqualTo("KeyText[redacted]");
    assertThat(key.digest()).hasSize(64).doesNotContain(key.reveal());
  }
}
