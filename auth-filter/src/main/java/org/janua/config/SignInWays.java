package org.janua.config;

import java.net.URI;
import java.util.Optional;

/**
 * Who may say who is calling: Janua by its own accounts, a proxy in front, or both.
 *
 * @param own whether people sign in to Janua itself
 * @param guests whether whoever does not sign in may see what is public
 * @param proxy how a proxy says it; never empty when {@code own} is false
 * @param logoutUrl where a caller who came by the proxy signs out of it
 */
public record SignInWays(
    boolean own, boolean guests, Optional<ProxySignIn> proxy, Optional<URI> logoutUrl) {
  /** Own accounts alone, as it is by default. */
  public static final SignInWays OWN =
      new SignInWays(true, false, Optional.empty(), Optional.empty());
}
