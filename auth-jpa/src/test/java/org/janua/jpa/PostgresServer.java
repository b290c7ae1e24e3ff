package org.janua.jpa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A real PostgreSQL, started once for all tests that ask for it and stopped after the last. */
final class PostgresServer implements AutoCloseable {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final EmbeddedPostgres server;

  private PostgresServer() {
    try {
      this.server =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(new File("target/postgres").getAbsoluteFile())
              .setPGStartupWait(Duration.ofSeconds(60))
              .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The URL of a new, empty database. */
  String newDatabase() throws SQLException {
    String name = "test" + DATABASES.incrementAndGet();
    execute("create database " + name);
    return server.getJdbcUrl("postgres", name);
  }

  /** Runs statements as the database administrator, outside any tested database. */
  void execute(String... statements) throws SQLException {
    try (Connection connection =
            new org.postgresql.Driver().connect(server.getJdbcUrl("postgres", "postgres"), null);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** Gives the server to test methods that have a parameter for it. */
  static final class Shared implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == PostgresServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.GLOBAL)
          .getOrComputeIfAbsent(
              PostgresServer.class, key -> new PostgresServer(), PostgresServer.class);
    }
  }
}
