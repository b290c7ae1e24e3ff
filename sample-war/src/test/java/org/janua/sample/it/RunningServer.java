package org.janua.sample.it;

import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Holds the server of one invocation of a test class, and gives its methods the site. */
final class RunningServer
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
