package org.janua.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.janua.request.Inbound;

/** A servlet request as the core sees it. */
final class ServletInbound implements Inbound {

  private static final int UNKNOWN_PORT = -1;

  /** What Undertow takes the local port from when its listener forwards proxy addresses. */
  private static final List<String> FORWARDING =
      List.of("Forwarded", "X-Forwarded-Host", "X-Forwarded-Port");

  private final HttpServletRequest request;
  private final Optional<URI> publicAddress;

  ServletInbound(HttpServletRequest request, Optional<URI> publicAddress) {
    this.request = request;
    this.publicAddress = publicAddress;
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
  public String address() {
    return request.getRemoteAddr();
  }

  @Override
  public boolean isSecure() {
    return publicAddress
        .map(address -> "https".equals(address.getScheme()))
        .orElseGet(request::isSecure);
  }

  @Override
  public String origin() {
    return request.getScheme() + "://" + header("Host").orElse("");
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
