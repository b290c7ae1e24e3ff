package org.janua.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseSourceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example/auth?user=janua&password=hunter2",
        "jdbc:postgresql://janua:hunter2@db.example/auth",
        "jdbc:postgresql://janua:?hunter2@db.example/auth",
        "jdbc:postgresql://db.example/auth?password=p@hunter2",
        "jdbc:h2:file:/data/auth;USER=janua;PASSWORD=hunter2",
        "jdbc:oracle:thin:janua/hunter2@db.example:1521/auth",
        "jdbc:mariadb://db.example/auth?user=janua&password=a\nhunter2"
      })
  void credentials_in_a_url_are_not_shown(String url) {
    assertThat(DatabaseSource.parse(url).toString())
        .doesNotContain("hunter2")
        .doesNotContain("janua")
        .startsWith(url.substring(0, "jdbc:h2:".length()));
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:h2:file:/data/auth;MODE=STRICT, jdbc:h2:file:/data/auth",
    "jdbc:postgresql://db.example:5433/auth, jdbc:postgresql://db.example:5433/auth",
    "java:comp/DefaultDataSource, java:comp/DefaultDataSource",
    "jdbc/auth, jdbc/auth"
  })
  void the_place_is_shown(String setting, String shown) {
    assertThat(DatabaseSource.parse(setting)).hasToString(shown);
  }

  @Test
  void a_missing_driver_is_named() {
    assertThatThrownBy(() -> Database.open(DatabaseSource.jdbc("jdbc:oracle:thin:@db.example/x")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "No JDBC driver for jdbc:oracle: add the driver of that database"
                + " to the application's libraries (WEB-INF/lib)");
  }

  @Test
  void a_missing_data_source_is_named() {
    assertThatThrownBy(() -> Database.open(DatabaseSource.parse("java:app/jdbc/absent")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("java:app/jdbc/absent");
  }
}
