package org.janua.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(PostgresServer.Shared.class)
@Timeout(30)
final class OutageTest {
  /** Two seconds are promised; the rest is for a busy machine. */
  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void a_database_that_is_not_there_cannot_be_opened() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    failsToOpen(port);
  }

  @Test
  void a_server_that_accepts_and_never_answers_cannot_be_opened() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      failsToOpen(silent.getLocalPort());
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("FA-03")
  void an_outage_is_its_own_answer_and_ends_by_itself(Provider provider, PostgresServer server)
      throws SQLException {
    String url = server.newDatabase();
    String name = url.replaceFirst(".*/(\\w+).*", "$1");
    try (Database database = provider.open(DatabaseSource.jdbc(url))) {
      assertThat(database.ping()).isTrue();

      server.execute(
          "alter database " + name + " allow_connections false",
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");

      isUnavailable(() -> database.read(tx -> tx.users().count()));
      isUnavailable(() -> database.write(tx -> tx.users().remove("x")));
      assertThat(database.ping()).isFalse();

      server.execute("alter database " + name + " allow_connections true");

      assertThat(database.<Long>read(tx -> tx.users().count())).isZero();
      assertThat(database.ping()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("FA-03")
  void a_statement_that_waits_too_long_is_an_outage(Provider provider, PostgresServer server)
      throws SQLException {
    String url = server.newDatabase();
    try (Database database = provider.open(DatabaseSource.jdbc(url));
        Connection other = new org.postgresql.Driver().connect(url, null);
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table auth_user, auth_session in access exclusive mode");

      isUnavailable(() -> database.read(tx -> tx.users().byName("ann")));
      isUnavailable(() -> database.write(tx -> tx.sessions().endAll("x")));

      other.rollback();
      assertThat(database.<Long>read(tx -> tx.users().count())).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void no_message_shows_a_stored_secret(Provider provider) {
    try (Database database = provider.open(DatabaseSource.jdbc("jdbc:h2:mem:messages"))) {
      Throwable thrown = null;
      try {
        database.<Void>write(
            tx -> {
              tx.users().add(Rows.user("ann"));
              tx.users().add(Rows.user("ann"));
              return null;
            });
      } catch (DatabaseUnavailable expected) {
        thrown = expected;
      }
      assertThat(thrown).isNotNull();
      for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
        assertThat(String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
            .doesNotContain("hash of ann");
      }
    }
  }

  private static void failsToOpen(int port) {
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/auth?user=janua&password=hunter2";
    isUnavailable(() -> Database.open(DatabaseSource.jdbc(url)).close());
  }

  private static void isUnavailable(Runnable work) {
    long start = System.nanoTime();
    assertThatThrownBy(work::run)
        .isInstanceOf(DatabaseUnavailable.class)
        .message()
        .doesNotContain("hunter2");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
  }
}
