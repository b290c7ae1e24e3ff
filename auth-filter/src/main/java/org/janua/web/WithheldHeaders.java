package org.janua.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A request without the headers that say who is calling. Whoever reads them in the application
 * would have to tell a proxy's from anybody's; here nobody has to, and the proxy's secret stays
 * where it belongs.
 */
final class WithheldHeaders extends HttpServletRequestWrapper {

  private static final int ABSENT = -1; // Jakarta Servlet: getDateHeader, getIntHeader

  private final HttpServletResponse response;
  private final Set<String> names;

  private WithheldHeaders(
      HttpServletRequest request, HttpServletResponse response, Set<String> names) {
    super(request);
    this.response = response;
    this.names = names;
  }

  /**
   * The request without these headers: the same one, where none of them is there.
   *
   * @param names in lower case
   */
  static HttpServletRequest hide(
      HttpServletRequest request, HttpServletResponse response, Set<String> names) {
    return names.stream().anyMatch(name -> request.getHeader(name) != null)
        ? new WithheldHeaders(request, response, names)
        : request;
  }

  @Override
  public String getHeader(String name) {
    return isWithheld(name) ? null : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return isWithheld(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    List<String> shown =
        Collections.list(super.getHeaderNames()).stream()
            .filter(name -> !isWithheld(name))
            .toList();
    return Collections.enumeration(shown);
  }

  @Override
  public long getDateHeader(String name) {
    return isWithheld(name) ? ABSENT : super.getDateHeader(name);
  }

  @Override
  public int getIntHeader(String name) {
    return isWithheld(name) ? ABSENT : super.getIntHeader(name);
  }

  /** Without this, {@code AsyncContext.getRequest} is the server's own request. */
  @Override
  public AsyncContext startAsync() {
    return super.startAsync(this, response);
  }

  private boolean isWithheld(String name) {
    return name != null && names.contains(name.toLowerCase(Locale.ROOT));
  }
}
