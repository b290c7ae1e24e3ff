package org.janua.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

  @Test
  void a_line_is_as_the_standard_wants_it() {
    assertThat(CsvText.line(List.of("a", "", "b,\"c\"", "ü")))
        .isEqualTo("\"a\",\"\",\"b,\"\"c\"\"\",\"ü\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1"})
  void what_a_spreadsheet_would_run_is_text(String text) {
    assertThat(CsvText.line(List.of(text))).startsWith("\"'" + text.charAt(0));
  }
}
