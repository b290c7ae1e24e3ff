package org.janua.config;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.janua.network.TrustedProxies;

/**
 * By which ways requests reach the application.
 *
 * @param internalPorts local ports, 1 to 65535, whose requests are {@code anonymous} with role
 *     {@code admin}
 * @param trustedProxies whose word is taken for where a request came from
 * @param baseUrl the public address, http or https, without a slash at its end; empty: the
 *     request's own
 */
public record Ingress(
    Set<Integer> internalPorts, TrustedProxies trustedProxies, Optional<URI> baseUrl) {
  /** Copies the set. */
  public Ingress {
    internalPorts = Set.copyOf(internalPorts);
  }
}
