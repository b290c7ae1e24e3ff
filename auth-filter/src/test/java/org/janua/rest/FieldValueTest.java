package org.janua.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in a header. */
class FieldValueTest {

  @ParameterizedTest
  @CsvSource({
    "alice, alice",
    "Ada Lovelace, Ada Lovelace",
    "ada+x@example.org, ada+x@example.org",
    "Jörg, J%C3%B6rg",
    "日本, %E6%97%A5%E6%9C%AC",
    "😀, %F0%9F%98%80",
    "100% sure, 100%25 sure",
    "%41, %2541",
    "' a ', %20a%20"
  })
  void printable_ascii_stays_and_the_rest_is_encoded(String text, String value) {
    assertThat(FieldValue.of(text)).isEqualTo(value);
  }

  @Test
  void nothing_ends_the_line() {
    assertThat(FieldValue.of("a\r\nRemote-Role: admin\u0000\u007f\u0085"))
        .isEqualTo("a%0D%0ARemote-Role: admin%00%7F%C2%85");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Jörg 100%", "%C3%B6", " ", "a\tb", "日本\n"})
  void decoding_gives_the_text_back(String text) {
    String value = FieldValue.of(text);

    assertThat(URLDecoder.decode(value, StandardCharsets.UTF_8)).isEqualTo(text);
    assertThat(value).matches("[!-~]([ -~]*[!-~])?");
  }

  @Test
  void a_comma_inside_a_name_does_not_part_it() {
    assertThat(FieldValue.list(List.of("Doe, John", "ops", "Zoë")))
        .isEqualTo("Doe%2C John,ops,Zo%C3%AB");
    assertThat(FieldValue.list(List.of())).isEmpty();
  }
}
