package org.janua.sample.it;

import org.janua.sample.it.server.Setup;

/** Runs a test class once for each chosen server and carrier, with an internal port. */
final class EveryServer extends EveryDeployment {

  @Override
  Deployment configured(Deployment deployment) {
    return deployment.with(Setup.Option.INTERNAL_PORT);
  }
}
