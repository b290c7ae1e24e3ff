package org.janua.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** A small pool for a database reached by its URL. */
final class ConnectionPool {
  private static final long ANSWER_MILLIS = 2_000;

  private ConnectionPool() {}

  static HikariDataSource open(DataSource source) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("janua");
    config.setDataSource(source);
    config.setMaximumPoolSize(10);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(ANSWER_MILLIS);
    config.setValidationTimeout(ANSWER_MILLIS / 2);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    // the first connection is tried once, and may take longer: H2 may have a journal to replay
    config.setInitializationFailTimeout(1);
    return new HikariDataSource(config);
  }
}
