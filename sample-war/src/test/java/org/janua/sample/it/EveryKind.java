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
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs a test class once for each chosen server, with the default carrier, and lets its methods
 * start the server as they need it.
 */
final class EveryKind implements ClassTemplateInvocationContextProvider {

  @Override
  public boolean supportsClassTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
      ExtensionContext context) {
    return ServerKinds.chosen().stream().map(OneKind::new);
  }

  private record OneKind(ServerKind kind)
      implements ClassTemplateInvocationContext, ParameterResolver {

    @Override
    public String getDisplayName(int invocationIndex) {
      return kind.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this, new Outcomes(kind, Carrier.CONTAINER.value()));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == ServerKind.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return kind;
    }
  }
}
