package org.janua.request;

import java.util.Set;

/**
 * Whether a request that changes something comes from a page of the same origin, so that no foreign
 * page can ride on the browser's cookies (cross-site request forgery).
 */
final class SameOrigin {

  private static final Set<String> SAFE =
      Set.of("GET", "HEAD", "OPTIONS", "TRACE"); // RFC 9110 9.2.1
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private SameOrigin() {}

  static boolean isSafe(Inbound request) {
    return SAFE.contains(request.method());
  }

  /** Fetch Metadata says it exactly; a browser without it says where a page came from. */
  static boolean holds(Inbound request) {
    if (!request.headers("Sec-Fetch-Site").isEmpty()) {
      return request.header("Sec-Fetch-Site").filter(OWN::contains).isPresent();
    }
    return request.headers("Origin").isEmpty()
        || request.header("Origin").filter(origin -> isOwn(origin, request)).isPresent();
  }

  /** A link that was followed on a page of the same origin, or an address that was typed. */
  static boolean isOwnNavigation(Inbound request) {
    boolean linkedHere =
        request.headers("Referer").isEmpty()
            || request.header("Referer").filter(page -> isOwn(originOf(page), request)).isPresent();
    return holds(request) && isNavigation(request) && linkedHere;
  }

  /** Whether the browser opens a page, as far as it says. */
  static boolean isNavigation(Inbound request) {
    return request.headers("Sec-Fetch-Mode").isEmpty()
        || request.header("Sec-Fetch-Mode").filter("navigate"::equals).isPresent();
  }

  private static boolean isOwn(String origin, Inbound request) {
    return origin.equalsIgnoreCase(request.origin());
  }

  private static String originOf(String address) {
    int host = address.indexOf("://");
    int path = host < 0 ? -1 : address.indexOf('/', host + 3);
    return path < 0 ? address : address.substring(0, path);
  }
}
