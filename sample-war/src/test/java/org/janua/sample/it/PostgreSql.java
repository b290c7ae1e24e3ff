package org.janua.sample.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.janua.sample.it.server.Distributions;

/** A PostgreSQL server that can be stopped and started again over the same data. */
final class PostgreSql implements AutoCloseable {

  private static final String SUPERUSER = "postgres";

  private final Path data;
  private EmbeddedPostgres running;
  private int port;

  PostgreSql() {
    try {
      Files.createDirectories(Distributions.work());
      data = Files.createTempDirectory(Distributions.work(), "postgresql-").resolve("data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start();
  }

  void start() {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
    if (port != 0) {
      builder.setPort(port);
    }
    try {
      running = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    port = running.getPort();
  }

  void stop() {
    try {
      running.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=" + SUPERUSER;
  }

  /** Sets what the data source files of {@code server-config} refer to. */
  Deployment giveTo(Deployment deployment) {
    return deployment
        .with("DB_HOST", "127.0.0.1")
        .with("DB_PORT", Integer.toString(port))
        .with("DB_NAME", "postgres")
        .with("DB_USER", SUPERUSER)
        .with("DB_PASSWORD", SUPERUSER);
  }

  @Override
  public void close() {
    stop();
  }
}
