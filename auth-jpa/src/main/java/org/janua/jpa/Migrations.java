package org.janua.jpa;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/** Brings our tables up to date, in a schema that may hold the application's own. */
final class Migrations {
  /** Named here because the class loaders of some servers cannot list the files of a folder. */
  static final List<String> SCRIPTS =
      List.of(
          "V1__accounts_and_sessions.sql",
          "V2__throttle.sql",
          "V3__roles.sql",
          "V4__groups.sql",
          "V5__resources.sql",
          "V6__api_keys.sql",
          "V7__audit.sql",
          "V8__password_reset.sql");

  private static final int TRIES = 20;
  private static final long PAUSE_NANOS = 250_000_000;

  private Migrations() {}

  /** Safe when several nodes start together: the first one works, the others wait for it. */
  static void run(DataSource dataSource, ClassLoader loader) throws SQLException {
    Flyway flyway = flyway(dataSource, loader);
    for (int tried = 1; ; tried++) {
      try {
        flyway.migrate();
        return;
      } catch (FlywayException e) {
        if (tried == TRIES || !isHalfMade(e)) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /**
   * Flyway makes its table and the first row of it in two steps, and between them holds no lock.
   */
  private static boolean isHalfMade(FlywayException e) {
    return String.valueOf(e.getMessage()).contains("Unable to baseline");
  }

  private static Flyway flyway(DataSource dataSource, ClassLoader loader) throws SQLException {
    return Flyway.configure(loader)
        .dataSource(dataSource)
        .table("auth_schema_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .resourceProvider(new Scripts())
        .javaMigrationClassProvider(List::of)
        .placeholders(Map.of("table", tableOptions(dataSource)))
        .load();
  }

  /** MariaDB alone compares by default without regard to case, accents and trailing blanks. */
  private static String tableOptions(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      boolean lax = connection.getMetaData().getDatabaseProductName().equals("MariaDB");
      return lax ? "engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin" : "";
    }
  }

  private static final class Scripts implements ResourceProvider {
    @Override
    public LoadableResource getResource(String name) {
      return SCRIPTS.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return SCRIPTS.stream()
          .filter(name -> name.startsWith(prefix) && Stream.of(suffixes).anyMatch(name::endsWith))
          .<LoadableResource>map(Script::new)
          .toList();
    }
  }

  private static final class Script extends LoadableResource {
    private final String name;

    Script(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      try (InputStream in = Migrations.class.getResourceAsStream("migrations/" + name)) {
        return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    @Override
    public String getAbsolutePath() {
      return name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
