package org.janua.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "auth:\\n  carrier: [filter | line 2",
        "auth:\\n\\tcarrier: filter | line 2",
        "auth: {carrier: filter}} | line 1",
        "auth:\\n  carrier: filter\\n  carrier: filter | line 3: carrier is there twice",
        "a: &x 1\\nb: *x | line 2: aliases",
        "auth: !!map {} | line 1: tags",
        "auth:\\n  carrier: !ruby/object filter | line 2: tags",
        "? [a]\\n: b | line 1: the name of a setting",
        "auth: {}\\n---\\nauth: {} | line 2: a second document",
        "- auth | line 1: the file must be a map",
        "auth | line 1: the file must be a map",
        "[[[[[[[[[[[[1]]]]]]]]]]]] | line 1: nested more than 10 deep",
        "a: 'b | line 1",
      })
  void a_malformed_file_is_one_fault_with_its_line(String text, String problem) {
    List<Fault> faults =
        Start.in(directory).file(text.replace("\\n", "\n").replace("\\t", "\t")).faults();

    assertThat(faults)
        .filteredOn(fault -> fault.key().equals(file()))
        .singleElement()
        .extracting(Fault::problem)
        .asString()
        .startsWith(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth: \0", "\"\\UFFFFFFFF\": 1", "%YAML 9999999999.1\n--- {}"})
  void what_yaml_forbids_is_a_fault(String text) {
    assertThat(Start.in(directory).file(text).fault().key()).isEqualTo(file());
  }

  @Test
  void aliases_cannot_multiply() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 100; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThat(Start.in(directory).file(bomb.toString()).fault().problem())
        .isEqualTo("line 2: aliases (*name) are not allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void a_million_levels_are_refused_without_descending(String opening) {
    String deep = opening.repeat(1_000_000 / opening.length());

    assertThat(Start.in(directory).file(deep).fault().key()).isEqualTo(file());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# only a comment\n", "---\n", "~", "\uFEFFauth: {}"})
  void an_empty_file_says_nothing(String text) {
    assertThat(Start.in(directory).file(text).faults()).isEmpty();
  }

  private String file() {
    return Start.fileIn(directory).toString();
  }
}
