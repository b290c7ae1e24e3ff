package org.janua.jpa;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The drivers that loading ours will register with {@code DriverManager}: a list of the whole JVM,
 * which would keep an undeployed application's class loader alive.
 */
final class RegisteredDrivers implements AutoCloseable {
  private final Set<Driver> before;

  private RegisteredDrivers(Set<Driver> before) {
    this.before = before;
  }

  /** To be called before any driver is loaded; what is registered already is not ours to remove. */
  static RegisteredDrivers watch() throws Exception {
    // the JVM's first question loads the drivers of the thread's class loader: not ours, please
    return new Closing(ClassLoader.getSystemClassLoader())
        .within(() -> new RegisteredDrivers(DriverManager.drivers().collect(Collectors.toSet())));
  }

  @Override
  public void close() throws SQLException {
    ClassLoader loader = RegisteredDrivers.class.getClassLoader();
    List<Driver> ours =
        DriverManager.drivers()
            .filter(driver -> driver.getClass().getClassLoader() == loader)
            .filter(driver -> !before.contains(driver))
            .toList();
    for (Driver driver : ours) {
      DriverManager.deregisterDriver(driver);
    }
  }
}
