package org.janua.jpa;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The contract on every pair of database and provider. */
final class RepositoriesTest {
  @Nested
  final class H2_in_memory_with_EclipseLink extends RepositoryContract {
    @BeforeAll
    void open() {
      database = Provider.ECLIPSELINK.open(DatabaseSource.jdbc("jdbc:h2:mem:contract-1"), meter);
    }
  }

  @Nested
  final class H2_in_a_file_with_EclipseLink extends RepositoryContract {
    @BeforeAll
    void open(@TempDir Path folder) {
      database =
          Provider.ECLIPSELINK.open(
              DatabaseSource.jdbc("jdbc:h2:file:" + folder.resolve("auth")), meter);
    }
  }

  @Nested
  final class H2_in_memory_with_Hibernate extends RepositoryContract {
    @BeforeAll
    void open() {
      database = Provider.HIBERNATE.open(DatabaseSource.jdbc("jdbc:h2:mem:contract-2"), meter);
    }
  }

  @Nested
  @ExtendWith(PostgresServer.Shared.class)
  final class PostgreSQL_with_EclipseLink extends RepositoryContract {
    @BeforeAll
    void open(PostgresServer server) throws SQLException {
      database = Provider.ECLIPSELINK.open(DatabaseSource.jdbc(server.newDatabase()), meter);
    }
  }

  @Nested
  @ExtendWith(PostgresServer.Shared.class)
  final class PostgreSQL_with_Hibernate extends RepositoryContract {
    @BeforeAll
    void open(PostgresServer server) throws SQLException {
      database = Provider.HIBERNATE.open(DatabaseSource.jdbc(server.newDatabase()), meter);
    }
  }

  @Nested
  final class MariaDB_with_EclipseLink extends OnMariaDb {
    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
      open(Provider.ECLIPSELINK, folder);
    }
  }

  @Nested
  final class MariaDB_with_Hibernate extends OnMariaDb {
    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
      open(Provider.HIBERNATE, folder);
    }
  }

  private abstract static class OnMariaDb extends RepositoryContract {
    private MariaDbServer server;

    final void open(Provider provider, Path folder) throws Exception {
      server = MariaDbServer.start(folder);
      database = provider.open(DatabaseSource.jdbc(server.newDatabase("contract")), meter);
    }

    @AfterAll
    final void stop() throws InterruptedException {
      close();
      if (server != null) {
        server.stop();
      }
    }
  }
}
