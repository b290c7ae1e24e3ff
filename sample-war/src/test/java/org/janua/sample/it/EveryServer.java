package org.janua.sample.it;

import java.util.List;
import java.util.stream.Stream;
import org.janua.sample.it.report.Outcomes;
import org.janua.sample.it.server.ServerKind;
import org.janua.sample.it.server.ServerKinds;
import org.janua.sample.it.server.Setup;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

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

  /** Holds the server of one invocation. */
  private static final class RunningServer
      implements BeforeClassTemplateInvocationCallback,
          AfterClassTemplateInvocationCallback,
          ParameterResolver {

    private final Deployment deployment;
    private Site site;

    RunningServer(Deployment deployment) {
      this.deployment = deployment;
    }

    @Override
    public void beforeClassTemplateInvocation(ExtensionContext context) {
      site = deployment.start();
    }

    @Override
    public void afterClassTemplateInvocation(ExtensionContext context) {
      if (site != null) {
        site.server().close();
      }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Site.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return site;
    }
  }
}
