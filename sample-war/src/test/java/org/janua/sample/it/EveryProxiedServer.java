package org.janua.sample.it;

import java.util.List;

/**
 * Runs a test class once for each chosen server, in a deployment that trusts a proxy on this
 * machine. Whoever calls from {@link #ELSEWHERE} is no proxy.
 */
abstract class EveryProxiedServer extends EveryDeployment {

  static final String SECRET = "a-secret-that-only-the-proxy-knows";

  /** Another address of this machine. */
  static final String ELSEWHERE = "127.0.0.2";

  EveryProxiedServer(Carrier carrier) {
    super(List.of(carrier));
  }

  @Override
  Deployment configured(Deployment deployment) {
    return deployment
        .with("AUTH_TRUSTED_PROXIES", "127.0.0.1/32,::1")
        .with("PROXY_AUTH_SECRET", SECRET)
        .with("PROXY_HEADER_MAP_ROLE", "X-Forwarded-Groups");
  }
}
