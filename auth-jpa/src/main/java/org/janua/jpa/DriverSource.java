package org.janua.jpa;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Connects by the driver for a URL, which may live in the application alone: {@code DriverManager}
 * knows only the server's drivers, and what is set on it is set for the whole JVM.
 */
final class DriverSource implements DataSource {
  private static final Map<String, String> ARTIFACTS =
      Map.of(
          "h2", "com.h2database:h2",
          "postgresql", "org.postgresql:postgresql",
          "mariadb", "org.mariadb.jdbc:mariadb-java-client");

  private static final int LOGIN_SECONDS = 2;

  private final Driver driver;
  private final String url;
  private final Map<String, String> patience;

  private DriverSource(Driver driver, String url) {
    this.driver = driver;
    this.url = url;
    this.patience = patience(product(url));
  }

  static DriverSource of(String url, ClassLoader loader) {
    Driver driver =
        ServiceLoader.load(Driver.class, loader).stream()
            .flatMap(DriverSource::loadable)
            .filter(candidate -> accepts(candidate, url))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(missing(product(url))));
    return new DriverSource(driver, closedByUs(url));
  }

  @Override
  public Connection getConnection() throws SQLException {
    Properties properties = new Properties();
    properties.putAll(patience);
    return driver.connect(url, properties);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("The URL says who connects");
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    // drivers have loggers
  }

  @Override
  public int getLoginTimeout() {
    return LOGIN_SECONDS;
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // the driver's own limits apply
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return driver.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException(type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }

  /** Another library's broken driver is not our business. */
  private static Stream<Driver> loadable(Provider<Driver> provider) {
    try {
      return Stream.of(provider.get());
    } catch (ServiceConfigurationError broken) {
      return Stream.empty();
    }
  }

  private static boolean accepts(Driver driver, String url) {
    try {
      return driver.acceptsURL(url);
    } catch (SQLException refused) {
      return false;
    }
  }

  private static String missing(String product) {
    return "No JDBC driver for jdbc:%s: add %s to the application's libraries (WEB-INF/lib)"
        .formatted(product, ARTIFACTS.getOrDefault(product, "the driver of that database"));
  }

  private static String product(String url) {
    String[] parts = url.split(":", 3);
    return parts.length < 2 ? "" : parts[1].toLowerCase(Locale.ROOT);
  }

  /** H2's own hook for the end of the JVM would outlive an undeployment. */
  private static String closedByUs(String url) {
    boolean remote = url.startsWith("jdbc:h2:tcp:") || url.startsWith("jdbc:h2:ssl:");
    boolean decided = url.toUpperCase(Locale.ROOT).contains(";DB_CLOSE_ON_EXIT=");
    return product(url).equals("h2") && !remote && !decided ? url + ";DB_CLOSE_ON_EXIT=FALSE" : url;
  }

  /** How long a driver waits on a network that swallows packets; what the URL says goes first. */
  private static Map<String, String> patience(String product) {
    return switch (product) {
      case "postgresql" -> // seconds
          Map.of("connectTimeout", "2", "loginTimeout", "2", "socketTimeout", "10");
      case "mariadb" -> // milliseconds
          Map.of("connectTimeout", "2000", "socketTimeout", "10000");
      default -> Map.of();
    };
  }
}
