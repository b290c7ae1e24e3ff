package org.janua.web;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import org.janua.config.Carrier;
import org.janua.config.Configuration;
import org.janua.config.Sources;

/**
 * Takes the mechanism away when the filter carries the caller, so that the server installs no
 * bridge for it. CDI starts before the web application and cannot see into {@code WEB-INF}: a
 * carrier that is only set there leaves the mechanism in place, where it does nothing.
 */
public class MechanismSwitch implements Extension {

  void decide(@Observes ProcessAnnotatedType<Mechanism> mechanism) {
    if (carrier() == Carrier.FILTER) {
      mechanism.veto();
    }
  }

  void decideContext(@Observes ProcessAnnotatedType<CarriedSecurityContext> context) {
    if (carrier() != Carrier.FILTER) {
      context.veto();
    }
  }

  private static Carrier carrier() {
    return Configuration.carrier(Sources.ofServer(path -> null));
  }
}
