package org.janua.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.janua.config.Ingress;
import org.janua.config.Settings;
import org.janua.network.TrustedProxies;
import org.janua.request.Inbound;
import org.janua.request.PublicAddress;

/** A servlet request as the core sees it. */
final class ServletInbound implements Inbound {

  private static final int UNKNOWN_PORT = -1;

  /** What Undertow takes the local port from when its listener forwards proxy addresses. */
  private static final List<String> FORWARDING =
      List.of("Forwarded", "X-Forwarded-Host", "X-Forwarded-Port");

  private final HttpServletRequest request;
  private final TrustedProxies proxies;
  private final boolean viaTrustedProxy;
  private final PublicAddress publicAddress;

  private ServletInbound(
      HttpServletRequest request, TrustedProxies proxies, Optional<URI> configured) {
    this.request = request;
    this.proxies = proxies;
    this.viaTrustedProxy = isPeerKnown(request) && proxies.trust(peer());
    this.publicAddress = configured.map(PublicAddress::of).orElseGet(this::reachedAddress);
  }

  /** The request, with what is configured about its way here. */
  static ServletInbound of(HttpServletRequest request, Settings settings) {
    Ingress ingress = settings.ingress();
    return new ServletInbound(request, ingress.trustedProxies(), ingress.baseUrl());
  }

  /** The request, while nothing is known. */
  static ServletInbound unconfigured(HttpServletRequest request) {
    return new ServletInbound(request, new TrustedProxies(List.of()), Optional.empty());
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }

  @Override
  public String target() {
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  @Override
  public List<String> headers(String name) {
    return Collections.list(request.getHeaders(name));
  }

  @Override
  public int localPort() {
    return isForgeable() ? UNKNOWN_PORT : request.getLocalPort();
  }

  @Override
  public boolean isViaTrustedProxy() {
    return viaTrustedProxy;
  }

  @Override
  public String address() {
    return proxies.client(peer(), viaTrustedProxy ? headers("X-Forwarded-For") : List.of());
  }

  @Override
  public boolean isSecure() {
    return publicAddress.isSecure();
  }

  @Override
  public String origin() {
    return publicAddress.origin();
  }

  private String peer() {
    return Objects.requireNonNullElse(request.getRemoteAddr(), ""); // not every peer has one
  }

  private PublicAddress reachedAddress() {
    String authority =
        header("Host").orElseGet(() -> request.getServerName() + ":" + request.getServerPort());
    PublicAddress direct = PublicAddress.reached(isEncrypted(), authority);
    return viaTrustedProxy ? direct.forwarded(this::headers) : direct;
  }

  /**
   * Open Liberty takes this header from anybody, so where it is there only the cipher counts, which
   * every server gives for a connection that has one (Servlet 6.0 3.9).
   */
  private boolean isEncrypted() {
    return request.getHeader("X-Forwarded-Proto") == null
        ? request.isSecure()
        : request.getAttribute("jakarta.servlet.request.cipher_suite") != null;
  }

  /**
   * A connection has a port at the other end. A server that takes the peer from a header knows none
   * and says 0 (Undertow's proxy-address-forwarding): then anybody may have written it.
   */
  private static boolean isPeerKnown(HttpServletRequest request) {
    return request.getRemotePort() > 0;
  }

  /**
   * Undertow's listeners can be told to believe these headers, and then a header names the port.
   */
  private boolean isForgeable() {
    String server = request.getServletContext().getServerInfo().toLowerCase(Locale.ROOT);
    return (server.contains("wildfly") || server.contains("undertow") || server.contains("jboss"))
        && FORWARDING.stream().anyMatch(name -> request.getHeader(name) != null);
  }
}
