package org.janua.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are names, and names that are one account. */
class UsernameTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "alice", "Al.i_c-e@x+1", "jörg", "Юрий", "山田", "0"})
  void a_name_is_kept_as_typed(String name) {
    assertThat(Username.parse(name).orElseThrow().typed()).isEqualTo(name);
  }

  @ParameterizedTest
  @Tag("IN-03")
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        " a",
        "a ",
        "a\n",
        "a\u0000",
        "a\u200bb",
        "\u202eadmin",
        "\ud800",
        "a,b",
        "a/b",
        ".",
        "..",
        "-",
        "a:b",
        "<a>",
        "a'b",
        "a%b",
        "a;b",
        "a\u00a0b"
      })
  void what_is_no_name_is_refused(String name) {
    assertThat(Username.parse(name)).isEmpty();
  }

  @Test
  @Tag("IN-04")
  void letters_of_two_scripts_are_somebody_pretending() {
    assertThat(Username.parse("аdmin")).isEmpty();
    assertThat(Username.parse("αdmin")).isEmpty();
  }

  @ParameterizedTest
  @Tag("IN-05")
  @CsvSource({"ADMIN,admin", "Jörg,JÖRG", "ΑΣ,ας", "ΑΣ,ασ", "İ,i", "STRASSE,strasse"})
  void names_are_one_account_whatever_their_case(String one, String other) {
    assertThat(canonical(one)).isEqualTo(canonical(other));
  }

  @Test
  void the_longest_name_has_255_characters() {
    assertThat(Username.parse("a".repeat(255))).isPresent();
    assertThat(Username.parse("a".repeat(256))).isEmpty();
  }

  @Test
  @Tag("IN-05")
  void folding_twice_changes_nothing() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 200_000; i++) {
      int letter = random.nextInt(Character.MAX_CODE_POINT + 1);
      String name = Character.toString(letter) + (char) ('a' + random.nextInt(26));
      Username.parse(name)
          .ifPresent(
              once ->
                  assertThat(Username.parse(once.canonical()))
                      .hasValueSatisfying(
                          twice -> assertThat(twice.canonical()).isEqualTo(once.canonical())));
    }
  }

  private static String canonical(String name) {
    return Username.parse(name).orElseThrow().canonical();
  }
}
