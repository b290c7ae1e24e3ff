package org.janua.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The notation of {@code auth.failed_login_rate_limit}. */
class LimitNotationTest {

  @ParameterizedTest
  @CsvSource({
    "1/second, 1, 1",
    "5/minute, 5, 60",
    "20/hour, 20, 3600",
    "7/day, 7, 86400",
    "7/month, 7, 2592000",
    "7/year, 7, 31104000",
    "5 per minute, 5, 60",
    "100 per 5 minutes, 100, 300",
    "100/5 minutes, 100, 300",
    "10per2hours, 10, 7200",
    "  3  PER  2  Days  , 3, 172800",
    "05/MINUTE, 5, 60",
    "1000000 per 10 years, 1000000, 311040000",
  })
  void one_limit(String text, int count, long seconds) {
    assertThat(read(text)).contains(List.of(Limit.of(count, Duration.ofSeconds(seconds))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1/second;5/minute;20/hour",
        "1/second,5/minute,20/hour",
        "1/second | 5 per minute | 20 per 60 minutes",
        "20/hour;5/minute, 1 Per Seconds",
        "9/second;1/second;5/minute;20/hour;20/hour"
      })
  void several_limits_shortest_first_and_the_strictest_of_the_same_window(String text) {
    assertThat(read(text))
        .contains(
            List.of(
                Limit.of(1, Duration.ofSeconds(1)),
                Limit.of(5, Duration.ofMinutes(1)),
                Limit.of(20, Duration.ofHours(1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", " OFF ", "Off"})
  void off_is_no_limit(String text) {
    assertThat(read(text)).contains(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "/minute",
        "5/",
        "5 minute",
        "5//minute",
        "5/minutess",
        "5/week",
        "-5/minute",
        "+5/minute",
        "5.5/minute",
        "5/minute 6/hour",
        "5/minute;;6/hour",
        ";5/minute",
        "5/minute;",
        "٥/minute",
        "0/minute",
        "1000001/minute",
        "5 per 0 minutes",
        "5 per 11 years",
        "5 per 999999999 years",
        "9999999999/minute",
        "99999999999999999999/minute",
        "5 per 9999999999 seconds"
      })
  void what_is_no_limit_is_a_fault_and_never_no_limit(String text) {
    List<String> faults = new ArrayList<>();

    assertThat(LimitNotation.parse(text, faults::add)).isEmpty();

    assertThat(faults).hasSize(1);
  }

  @Test
  void the_piece_at_fault_is_named() {
    List<String> faults = new ArrayList<>();

    LimitNotation.parse("1/second; 5/minut ;20/hour", faults::add);

    assertThat(faults).singleElement().asString().contains("'5/minut'");
  }

  @Test
  void more_limits_than_a_row_can_hold_are_a_fault() {
    assertThat(
            read(
                "1/second;1/2second;1/3second;1/4second;1/5second;1/6second;1/7second;1/8second"
                    + ";1/9second;1/10second"))
        .isPresent();
    assertThat(
            read(
                "1/second;1/2second;1/3second;1/4second;1/5second;1/6second;1/7second;1/8second"
                    + ";1/9second;1/10second;1/11second"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1/second, 1 failed sign-in in a second",
    "5/minute, 5 failed sign-ins in a minute",
    "20/hour, 20 failed sign-ins in an hour",
    "5 per 90 seconds, 5 failed sign-ins in 90 seconds",
    "5 per 120 seconds, 5 failed sign-ins in 2 minutes",
    "5 per 30 days, 5 failed sign-ins in a month",
    "5 per 2 years, 5 failed sign-ins in 2 years",
  })
  void a_limit_is_said_in_words(String text, String words) {
    assertThat(read(text).orElseThrow().get(0).words()).isEqualTo(words);
  }

  @Property
  void whatever_is_written_in_the_notation_is_read(
      @ForAll @IntRange(min = 1, max = 1_000_000) int count,
      @ForAll @IntRange(min = 1, max = 10) int units,
      @ForAll Unit unit,
      @ForAll boolean slash,
      @ForAll boolean plural) {
    String word = unit.name().toLowerCase(Locale.ROOT) + (plural ? "s" : "");
    String text = count + (slash ? "/" : " per ") + units + " " + word;

    assertThat(read(text)).contains(List.of(Limit.of(count, unit.times(units))));
  }

  @Property
  void any_text_is_a_list_of_limits_or_a_fault_and_never_an_exception(
      @ForAll @StringLength(max = 60) String text) {
    List<String> faults = new ArrayList<>();

    assertThat(LimitNotation.parse(text, faults::add).isEmpty()).isEqualTo(!faults.isEmpty());
  }

  private static Optional<List<Limit>> read(String text) {
    return LimitNotation.parse(text, fault -> {});
  }
}
