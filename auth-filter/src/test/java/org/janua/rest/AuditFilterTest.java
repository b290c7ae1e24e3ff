package org.janua.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.janua.jpa.AuditQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditFilterTest {

  private static final String ID = "01a20169-7ecb-7d7e-9c9a-5ca30040aaf7";

  @Test
  void what_is_not_there_or_empty_narrows_nothing() {
    assertThat(AuditFilter.of(null, null, null, null)).isEqualTo(AuditQuery.EVERYTHING);
    assertThat(AuditFilter.of("", "", "", "")).isEqualTo(AuditQuery.EVERYTHING);
    assertThat(AuditFilter.after("")).isEmpty();
    assertThat(AuditFilter.after(ID)).contains(ID);
  }

  @Test
  void everything_may_be_asked_for_at_once() {
    assertThat(
            AuditFilter.of(
                "Ann", "sign_in", "2026-11-24T13:00:00+01:00", "2026-11-24T12:00:00.001Z"))
        .isEqualTo(
            new AuditQuery(
                Optional.of("Ann"),
                Optional.of("sign_in"),
                Optional.of(Instant.parse("2026-11-24T12:00:00Z")),
                Optional.of(Instant.parse("2026-11-24T12:00:00.001Z"))));
  }

  @ParameterizedTest
  @CsvSource({
    ",SIGN_IN,,,action",
    ",'sign_in ',,,action",
    ",nonsense,,,action",
    ",,2026-11-24,,from",
    ",,yesterday,,from",
    ",,,12:00,to",
    ",,,+9999999999-01-01T00:00:00Z,to",
    ",,2026-11-24T12:00:00Z,2026-11-24T11:59:59Z,to",
  })
  void a_wrong_value_is_refused_by_its_name(
      String user, String action, String from, String to, String field) {
    assertThatThrownBy(() -> AuditFilter.of(user, action, from, to))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.problem().members().toString()).contains("field=" + field));
  }

  @ParameterizedTest
  @CsvSource({"1", "01A20169-7ECB-7D7E-9C9A-5CA30040AAF7", "1-1-1-1-1", "x' or 1=1"})
  void what_is_no_place_in_the_list_is_refused(String after) {
    assertThatThrownBy(() -> AuditFilter.after(after)).isInstanceOf(ProblemException.class);
  }
}
