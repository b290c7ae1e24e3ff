package org.janua.config;

/**
 * The cookie that carries the token.
 *
 * @param name an RFC 6265 token without a {@code __Host-} or {@code __Secure-} prefix
 * @param secure when the cookie is kept to https
 */
public record Cookie(String name, Secure secure) {
  /** When the cookie carries {@code Secure} and the {@code __Host-} prefix. */
  public enum Secure {
    /** When the request came by https. */
    AUTO,
    /** Always: sign-in over plain http then does not last. */
    ALWAYS,
    /** Never: the token also travels in the clear. */
    NEVER
  }
}
