package org.janua.sample.it;

import java.util.List;
import java.util.stream.Stream;
import org.janua.sample.it.report.Outcomes;
import org.janua.sample.it.server.ServerKind;
import org.janua.sample.it.server.ServerKinds;
import org.janua.sample.it.server.Setup;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a test class once for each chosen server and carrier, and gives its methods the site. */
final class EveryServer implements ClassTemplateInvocationContextProvider {

  @Override
  public boolean supportsClassTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
      ExtensionContext context) {
    return ServerKinds.chosen().stream()
        .flatMap(kind -> Carrier.chosen().stream().map(carrier -> new OneServer(kind, carrier)));
  }

  private record OneServer(ServerKind kind, Carrier carrier)
      implements ClassTemplateInvocationContext {

    @Override
    public String getDisplayName(int invocationIndex) {
      return kind.name() + ", " + carrier.value();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(
          new RunningServer(new Deployment(kind, carrier).with(Setup.Option.INTERNAL_PORT)),
          new Outcomes(kind, carrier.value()));
    }
  }
}
