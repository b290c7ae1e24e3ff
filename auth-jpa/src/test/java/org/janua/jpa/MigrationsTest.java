package org.janua.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresServer.Shared.class)
final class MigrationsTest {
  private static final int NODES = 2;

  @Test
  void every_script_in_the_folder_is_named_in_the_code() throws Exception {
    Path folder = Path.of(Migrations.class.getResource("migrations").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(Migrations.SCRIPTS);
    }
  }

  @Test
  void an_empty_database_gets_our_tables_and_keeps_its_rows(@TempDir Path folder)
      throws SQLException {
    reopens("jdbc:h2:file:" + folder.resolve("auth"));
  }

  @Test
  void an_empty_postgresql_gets_our_tables_and_keeps_its_rows(PostgresServer server)
      throws SQLException {
    reopens(server.newDatabase());
  }

  @Test
  void a_schema_with_the_applications_own_tables_gets_ours_beside_them(PostgresServer server)
      throws SQLException {
    besideOthers(server.newDatabase());
  }

  @Test
  void a_schema_of_the_embedded_database_may_be_shared_too(@TempDir Path folder)
      throws SQLException {
    besideOthers("jdbc:h2:file:" + folder.resolve("shared"));
  }

  @Test
  @Tag("FA-06")
  void nodes_that_start_together_on_an_empty_database_all_open_it(PostgresServer server)
      throws Exception {
    String url = server.newDatabase();
    CyclicBarrier start = new CyclicBarrier(NODES);
    Callable<Void> node =
        () -> {
          start.await();
          try (Database database = Database.open(DatabaseSource.jdbc(url))) {
            assertThat(database.<Long>read(tx -> tx.users().count())).isZero();
          }
          return null;
        };

    ExecutorService threads = Executors.newFixedThreadPool(NODES);
    try {
      List<Future<Void>> nodes = new ArrayList<>();
      for (int i = 0; i < NODES; i++) {
        nodes.add(threads.submit(node));
      }
      for (Future<Void> one : nodes) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(strings(url, "select version from auth_schema_history where version <> '0'"))
        .hasSameSizeAs(Migrations.SCRIPTS);
  }

  private static void reopens(String url) throws SQLException {
    UserRow ann = Rows.user("ann");
    try (Database database = Database.open(DatabaseSource.jdbc(url))) {
      database.<Void>write(
          tx -> {
            tx.users().add(ann);
            return null;
          });
    }
    try (Database database = Database.open(DatabaseSource.jdbc(url))) {
      assertThat(database.<Long>read(tx -> tx.users().count())).isEqualTo(1);
    }
    assertThat(strings(url, "select canonical from auth_user")).containsExactly("ann");
  }

  private static void besideOthers(String url) throws SQLException {
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create table board (name varchar(20))");
      statement.execute("create table flyway_schema_history (theirs varchar(20))");
      statement.execute("insert into board values ('theirs')");
    }
    reopens(url);

    assertThat(strings(url, "select name from board")).containsExactly("theirs");
    assertThat(strings(url, "select theirs from flyway_schema_history")).isEmpty();
  }

  private static List<String> strings(String url, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static Connection connect(String url) throws SQLException {
    return url.startsWith("jdbc:h2:")
        ? new org.h2.Driver().connect(url, null)
        : new org.postgresql.Driver().connect(url, null);
  }
}
