package org.janua;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** One PostgreSQL for all tests that want one, each with a database of its own. */
final class PostgresServer {

  private static PostgresServer running;

  private final EmbeddedPostgres server;
  private int databases;

  private PostgresServer() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(new File("target/postgres").getAbsoluteFile())
            .setPGStartupWait(Duration.ofSeconds(60))
            .start();
  }

  /** Starts it for the first that asks; it ends with the tests. */
  static synchronized PostgresServer running() throws IOException {
    if (running == null) {
      running = new PostgresServer();
    }
    return running;
  }

  /** Makes an empty database and answers its URL. */
  String newDatabase() throws SQLException {
    databases++;
    execute("create database " + database());
    return server.getJdbcUrl("postgres", database());
  }

  /** The name of the last database. */
  String database() {
    return "test" + databases;
  }

  /** Runs statements as the server's administrator. */
  void execute(String... statements) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
