package org.janua.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.janua.access.Canonical;
import org.janua.provider.credentials.Password;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a new password has to be. */
@Tag("PW-05")
class PasswordRulesTest {

  private final PasswordRules rules = new PasswordRules(12, false, Optional.of("apps.example.org"));

  @Test
  @Tag("PW-01")
  void twelve_code_points_are_needed_and_256_allowed() {
    assertThat(refusal("wet garden!")).contains("Must have at least 12 characters.");
    assertThat(refusal("wet garden 1")).isEmpty();
    assertThat(refusal("🐎 wet barn")).contains("Must have at least 12 characters.");
    assertThat(refusal("🐎 wet barns.")).isEmpty();
    assertThat(refusal("日本語の長い合言葉です。")).isEmpty();
    assertThat(refusal(prose(256))).isEmpty();
    assertThat(refusal(prose(257))).contains("Must have at most 256 characters.");
    assertThat(refusal(prose(1_000_000))).contains("Must have at most 256 characters.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wet garden1",
        "            wet garden on the hill",
        "correct horse battery",
        "my password is a qwerty keyboard",
        "sunshineandiloveyou",
        "one two three four",
        "alice lives in wonderland",
        "nobody knows janua",
        "a quiet afternoon",
        "aaaaaaaa and then some",
        "8301-5527-9046-13"
      })
  void a_long_password_may_hold_anything_even_a_listed_word(String password) {
    assertThat(refusal(password + " x")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "PassWord1234",
        "1qaz2wsx3edc4rfv",
        "FINALFANTASY",
        "ghbdtnrfrltkf"
      })
  void a_password_from_the_list_is_refused_in_any_case(String password) {
    assertThat(refusal(password)).contains("Is one of the passwords that everybody tries first.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Alice.Smith-2024",
        "alicealicealice9",
        "a.smith@work.example",
        "2024-a.smith-2024",
        "Janua!Janua2026",
        "janua-alice.smith",
        "apps.example.org",
        "Example1234567!",
        "ALICE.SMITH.1999"
      })
  void a_password_of_names_that_are_known_here_is_refused(String password) {
    Optional<Refusal> refusal =
        rules.check(Password.of(password), "Alice.Smith", "a.smith@work.example");

    assertThat(refusal.map(Refusal::message).orElse("")).startsWith("Must ");
  }

  @ParameterizedTest
  @Tag("PW-05")
  @ValueSource(
      strings = {
        "Password123!",
        "password123456",
        "P@ssw0rd-1234",
        "Administrator1",
        "admin1234567",
        "Welcome2026!!",
        "!!Summer-2026!!"
      })
  void a_word_that_everybody_takes_is_refused_with_any_digits_and_signs(String password) {
    assertThat(refusal(password)).contains("Is one of the passwords that everybody tries first.");
  }

  @Test
  @Tag("PW-05")
  void such_a_word_in_a_longer_password_is_fine() {
    assertThat(refusal("my password is long")).isEmpty();
    assertThat(refusal("spring-monkey-12")).isEmpty();
    assertThat(refusal("summerhouses1")).isEmpty();
  }

  @Test
  void the_name_of_somebody_else_is_no_context() {
    assertThat(refusal("alice.smith-2024")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaaaaaaaaaaa",
        "............",
        "123456789012",
        "098765432109",
        "abcdefghijkl",
        "zyxwvutsrqpo",
        "QwertyUiop12",
        "qwertzuiop123",
        "asdfghjklasdfghjk",
        "poiuytrewq99",
        "абвгдежзийкл",
        "йцукенгшщзхъ",
        "abcd1234qwer",
        "aaaabbbbcccc"
      })
  void a_row_of_keys_or_letters_is_refused(String password) {
    assertThat(refusal(password)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abcabcabcabc", "passpasspass", "1a1a1a1a1a1a1", "horsehorsehorse"})
  void what_only_repeats_something_too_short_is_refused(String password) {
    assertThat(refusal(password)).contains("Must not be something shorter again and again.");
  }

  @Test
  @Tag("PW-02")
  void length_makes_up_for_a_pattern() {
    assertThat(refusal("🔑 日本 ".repeat(40))).isEmpty();
    assertThat(refusal("🔑 日 ".repeat(8))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "'wet garden on a hill', false",
    "'Wet garden on a hill', false",
    "'Wet garden on 1 hill', false",
    "'Wet garden on 1 hill!', true",
    "'wet garden on 1 hill!', false",
    "'Wet garden on a hill!', false",
    "'ÉTÉ long et 1 peu sec.', true"
  })
  void the_mixed_rules_want_four_sorts_of_characters(String password, boolean good) {
    PasswordRules mixed = new PasswordRules(12, true, Optional.empty());

    assertThat(mixed.check(Password.of(password), "bob", null).isEmpty()).isEqualTo(good);
    assertThat(refusal(password)).isEmpty();
  }

  @Test
  void a_refusal_names_the_field_and_never_shows_the_password() {
    for (String password : List.of("short", "password1234", "alice1234567", "aaaaaaaaaaaa")) {
      Refusal refusal = rules.check(Password.of(password), "alice", null).orElseThrow();

      assertThat(refusal.field()).isEqualTo("password");
      assertThat(refusal.message()).doesNotContain(password);
    }
  }

  @Test
  void half_a_surrogate_pair_is_refused() {
    assertThat(refusal("wet garden \ud800 hill")).isPresent();
    assertThat(refusal("wet garden hill \0")).isPresent();
  }

  @Test
  void the_list_holds_thousands_that_are_long_enough_and_is_folded_like_a_password()
      throws IOException {
    assertThat(new CommonPasswords(12).size()).isGreaterThan(3_000); // ASVS 5.0 6.2.4
    assertThat(new CommonPasswords(8).size()).isGreaterThan(50_000);
    try (BufferedReader lines = list()) {
      assertThat(lines.lines()).allMatch(line -> line.equals(Canonical.of(line)));
    }
  }

  private static BufferedReader list() throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(
                CommonPasswords.class.getResourceAsStream("common-passwords.txt.gz")),
            StandardCharsets.UTF_8));
  }

  private Optional<String> refusal(String password) {
    return rules.check(Password.of(password), "bob", null).map(Refusal::message);
  }

  private static String prose(int length) {
    StringBuilder text = new StringBuilder();
    for (int word = 7; text.length() < length; word = word * 31 % 99_991) {
      text.append(Integer.toString(word, 36)).append(' ');
    }
    return text.substring(0, length);
  }
}
