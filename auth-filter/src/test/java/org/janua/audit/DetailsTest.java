package org.janua.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.janua.jpa.AuditRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is written down besides, as text that harms nobody. */
class DetailsTest {

  @Test
  void everything_has_a_form_in_json() {
    Details details =
        Details.of("text", "a \"quoted\" \\ text")
            .with("number", 4711)
            .with("truth", true)
            .with("nothing", null)
            .with("time", Instant.EPOCH)
            .with("list", List.of("a", 1))
            .with("map", Map.of("a", List.of("b")));

    assertThat(Json.of(details.values(), 4_000))
        .isEqualTo(
            "{\"text\":\"a \\\"quoted\\\" \\\\ text\",\"number\":4711,\"truth\":true,"
                + "\"nothing\":\"\",\"time\":\"1970-01-01T00:00:00Z\",\"list\":[\"a\",1],"
                + "\"map\":{\"a\":[\"b\"]}}");
  }

  @Test
  void what_stays_the_same_is_no_change() {
    assertThat(Details.NONE.change("role", "a", "a").change("role", null, null).values()).isEmpty();
  }

  @Test
  @Tag("AU-01")
  void what_would_break_a_line_is_spelled_out() {
    assertThat(OneLine.of("a\r\n2026 forged\u0000\u001b[2J\u2028\u202e\ud800b", 255))
        .isEqualTo("a\\u{d}\\u{a}2026 forged\\u{0}\\u{1b}[2J\\u{2028}\\u{202e}\\u{d800}b");
    assertThat(Details.of("a", "x\ny").values()).containsEntry("a", "x\\u{a}y");
    assertThat(OneLine.of("J\u00f6rg \ud83d\ude00", 255)).isEqualTo("J\u00f6rg \ud83d\ude00");
  }

  @Test
  void long_texts_and_lists_are_cut() {
    Details details =
        Details.of("text", "x".repeat(9_000))
            .with("list", IntStream.range(0, 1_000).boxed().toList());

    assertThat(details.values().get("text")).isEqualTo("x".repeat(256));
    assertThat((List<?>) details.values().get("list")).hasSize(51).last().isEqualTo("and 950 more");
  }

  @Test
  void what_does_not_fit_is_left_out_and_the_rest_is_still_json() {
    Details details = Details.NONE;
    for (int i = 0; i < 100; i++) {
      details = details.with("key" + i, "\"".repeat(200));
    }

    String text = Json.of(details.values(), AuditRow.LONGEST_DETAILS);

    assertThat(text).hasSizeLessThanOrEqualTo(AuditRow.LONGEST_DETAILS);
    try (JsonReader reader = JsonProvider.provider().createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      assertThat(json.getBoolean("cut")).isTrue();
      assertThat(json.keySet()).contains("key0").doesNotContain("key99");
    }
  }

  @Test
  @Tag("AU-02")
  void one_more_among_many_is_not_cut_away() {
    List<String> many = IntStream.range(0, 500).mapToObj(i -> "user" + i + ": view").toList();
    List<String> more = new ArrayList<>(many);
    more.add("zed: full");

    assertThat(Details.NONE.change("users", many, more).values())
        .isEqualTo(Map.of("users", Map.of("removed", List.of(), "added", List.of("zed: full"))));
    assertThat(Details.NONE.change("users", more, many).values())
        .isEqualTo(Map.of("users", Map.of("removed", List.of("zed: full"), "added", List.of())));
  }

  @Test
  @Tag("AU-02")
  void of_several_lists_only_those_that_changed_are_told() {
    Map<String, List<String>> before = Map.of("camera", List.of("a", "b"), "board", List.of("1"));
    Map<String, List<String>> after = Map.of("camera", List.of("b", "c"), "board", List.of("1"));

    assertThat(Details.NONE.change("resources", before, after).values())
        .isEqualTo(
            Map.of(
                "resources",
                Map.of("camera", Map.of("removed", List.of("a"), "added", List.of("c")))));
    assertThat(Details.NONE.change("resources", Map.of(), Map.of("camera", List.of("a"))).values())
        .isEqualTo(
            Map.of(
                "resources",
                Map.of("camera", Map.of("removed", List.of(), "added", List.of("a")))));
  }
}
