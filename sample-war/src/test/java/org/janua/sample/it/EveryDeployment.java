package org.janua.sample.it;

import java.util.List;
import java.util.stream.Stream;
import org.janua.sample.it.report.Outcomes;
import org.janua.sample.it.server.ServerKind;
import org.janua.sample.it.server.ServerKinds;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs a test class once for each chosen server and some carriers, in a deployment of its own, and
 * gives its methods the site.
 */
abstract class EveryDeployment implements ClassTemplateInvocationContextProvider {

  private final List<Carrier> carriers;

  /** With every chosen carrier. */
  EveryDeployment() {
    this(Carrier.chosen());
  }

  EveryDeployment(List<Carrier> carriers) {
    this.carriers = List.copyOf(carriers);
  }

  /** What is deployed. */
  abstract Deployment configured(Deployment deployment);

  @Override
  public final boolean supportsClassTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public final Stream<? extends ClassTemplateInvocationContext>
      provideClassTemplateInvocationContexts(ExtensionContext context) {
    return ServerKinds.chosen().stream()
        .flatMap(kind -> carriers.stream().map(carrier -> one(kind, carrier)));
  }

  private OneServer one(ServerKind kind, Carrier carrier) {
    return new OneServer(kind, carrier, configured(new Deployment(kind, carrier)));
  }

  private record OneServer(ServerKind kind, Carrier carrier, Deployment deployment)
      implements ClassTemplateInvocationContext {

    @Override
    public String getDisplayName(int invocationIndex) {
      return kind.name() + ", " + carrier.value();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new RunningServer(deployment), new Outcomes(kind, carrier.value()));
    }
  }
}
