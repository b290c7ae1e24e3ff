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
 * Runs a test class once for each chosen server, in one deployment that trusts a proxy on this
 * machine. Whoever calls from {@link #ELSEWHERE} is no proxy.
 */
abstract class EveryProxiedServer implements ClassTemplateInvocationContextProvider {

  static final String SECRET = "a-secret-that-only-the-proxy-knows";

  /** Another address of this machine. */
  static final String ELSEWHERE = "127.0.0.2";

  private final Carrier carrier;

  EveryProxiedServer(Carrier carrier) {
    this.carrier = carrier;
  }

  abstract Deployment configured(Deployment deployment);

  @Override
  public boolean supportsClassTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
      ExtensionContext context) {
    return ServerKinds.chosen().stream()
        .map(kind -> new OneServer(kind, carrier, deployment(kind)));
  }

  private Deployment deployment(ServerKind kind) {
    return configured(
        new Deployment(kind, carrier)
            .with("AUTH_TRUSTED_PROXIES", "127.0.0.1/32,::1")
            .with("PROXY_AUTH_SECRET", SECRET)
            .with("PROXY_HEADER_MAP_ROLE", "X-Forwarded-Groups"));
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
