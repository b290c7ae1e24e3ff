package org.janua.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.janua.network.TrustedProxies;

/**
 * Everything that was configured, checked and consistent.
 *
 * @param carrier what tells the application who is calling
 * @param cookie the token's cookie
 * @param session how long a sign-in lasts
 * @param passwords rules and cost of passwords
 * @param throttling how many passwords may be tried in vain
 * @param internalPorts local ports, 1 to 65535, whose requests are {@code anonymous} with role
 *     {@code admin}
 * @param database where the tables are
 * @param baseUrl the public address, http or https, without a slash at its end; empty: the
 *     request's own
 * @param protectApplication whether the same-origin rule also guards the application's own paths
 * @param dataDirectory absolute; exists and can be written
 * @param secret what signs tokens
 * @param permissions the application's permission keys, in the order of the file
 * @param roles the custom roles and the types of things they may read
 * @param trustedProxies whose word is taken for where a request came from
 * @param signIn who may say who is calling
 */
public record Settings(
    Carrier carrier,
    Cookie cookie,
    SessionTimes session,
    Passwords passwords,
    Throttling throttling,
    Set<Integer> internalPorts,
    Database database,
    Optional<URI> baseUrl,
    boolean protectApplication,
    Path dataDirectory,
    SigningSecret secret,
    Set<String> permissions,
    RoleSettings roles,
    TrustedProxies trustedProxies,
    SignInWays signIn) {
  /** Copies the sets. */
  public Settings {
    internalPorts = Set.copyOf(internalPorts);
    permissions = Collections.unmodifiableSet(new LinkedHashSet<>(permissions));
  }
}
