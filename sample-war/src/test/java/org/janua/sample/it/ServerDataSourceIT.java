package org.janua.sample.it;

import org.janua.sample.it.Site.Person;
import org.janua.sample.it.server.ServerKind;
import org.janua.sample.it.server.Setup;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL behind a data source of the server, made by the files of {@code server-config}. */
@ClassTemplate
@ExtendWith(EveryKind.class)
final class ServerDataSourceIT {

  @Test
  @Tag("FA-01")
  @Tag("FA-02")
  void sessions_outlive_a_restart_and_an_outage_of_the_database(ServerKind kind) {
    try (PostgreSql postgres = new PostgreSql()) {
      Deployment deployment =
          postgres
              .giveTo(new Deployment(kind, Carrier.CONTAINER))
              .with("AUTH_DATABASE", kind.jndiName(Setup.DATA_SOURCE_NAME))
              .with(Setup.Option.DATA_SOURCE);
      try (Site site = deployment.start()) {
        Person person = site.newPerson("viewer");
        Endurance.assertOutlivesRestart(site, person);
        Endurance.assertOutlivesOutage(site, person, postgres);
      }
    }
  }
}
