package org.janua.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Driver;
import java.sql.DriverManager;
import java.util.stream.Stream;

/** What an application does between deployment and undeployment; loaded by a {@link WarLoader}. */
public final class Deployment {
  private Deployment() {}

  /** Opens, works and closes; names the drivers that stay registered. */
  public static String[] run(String provider, String url) {
    try (Database database = Provider.valueOf(provider).open(DatabaseSource.jdbc(url))) {
      assertThat(database.<Long>read(tx -> tx.users().count())).isZero();
      assertThat(ours()).isNotEmpty();
    }
    return ours().toArray(String[]::new);
  }

  private static Stream<String> ours() {
    return DriverManager.drivers()
        .map(Driver::getClass)
        .filter(type -> type.getClassLoader() == Deployment.class.getClassLoader())
        .map(Class::getName);
  }
}
