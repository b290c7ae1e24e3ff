package org.janua.sample.it;

import org.janua.sample.it.Site.Person;
import org.janua.sample.it.server.ServerKind;
import org.janua.sample.it.server.ServerKinds;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Janua's own connections, on the first of the chosen servers. */
final class DatabaseIT {

  @Test
  @Tag("FA-01")
  void sessions_in_postgresql_by_its_address_outlive_a_restart_and_an_outage() {
    try (PostgreSql postgres = new PostgreSql()) {
      Deployment deployment =
          new Deployment(first(), Carrier.FILTER).with("AUTH_DATABASE", postgres.url());
      try (Site site = deployment.start()) {
        Person person = site.newPerson("viewer");
        Endurance.assertOutlivesRestart(site, person);
        Endurance.assertOutlivesOutage(site, person, postgres);
      }
    }
  }

  @Test
  void sessions_in_the_embedded_database_outlive_a_restart() {
    try (Site site = new Deployment(first(), Carrier.CONTAINER).start()) {
      Endurance.assertOutlivesRestart(site, site.newPerson("viewer"));
    }
  }

  private static ServerKind first() {
    return ServerKinds.chosen().get(0);
  }
}
