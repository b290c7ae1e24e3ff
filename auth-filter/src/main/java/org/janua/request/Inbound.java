package org.janua.request;

import java.util.List;
import java.util.Optional;
import org.janua.access.Client;

/**
 * A request as the deciding code sees it. Implementations read the live request, so an instance
 * belongs to one request and one thread.
 */
public interface Inbound {

  /** The method, in upper case as sent. */
  String method();

  /** The decoded path below the context root, as the container dispatches on it. */
  String path();

  /** The path and query exactly as the client wrote them. */
  String target();

  /** Every line of a header, in order; the name in any case. */
  List<String> headers(String name);

  /** The only line of a header; empty when there is none or more than one. */
  default Optional<String> header(String name) {
    List<String> lines = headers(name);
    return lines.size() == 1 ? Optional.of(lines.get(0)) : Optional.empty();
  }

  /** The port of this machine the connection came in by; no header can change it. */
  int localPort();

  /** Whether the connection comes from a proxy whose word is taken for where requests come from. */
  boolean isViaTrustedProxy();

  /**
   * The address of the client: of the peer, or what trusted proxies say. Canonical where it is one.
   */
  String address();

  /** Where the request came from, as it is shown and written down. */
  default Client client() {
    return new Client(address(), header("User-Agent").orElse(""));
  }

  /** Whether the browser's connection is encrypted, as far as it is known. */
  boolean isSecure();

  /**
   * The scheme, host and port that the application has for its pages, such as {@code
   * https://example.org}: as configured, else as the client asked for them.
   */
  String origin();
}
