package org.janua.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.janua.Janua;

/**
 * Stands before everything else of the application: refuses what the gate refuses (some servers run
 * a resource although the mechanism failed), sets the headers of Janua's own area and hands out
 * refreshed cookies. Where the container was not told who is calling, it wraps the request so that
 * it still answers. A page for errors is shown what was decided before, but it is the application
 * too, and what is withheld from that is withheld from it.
 */
final class AuthFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    Optional<Janua> janua = Installation.of(http.getServletContext()).flatMap(Installation::janua);
    if (janua.isEmpty()) {
      OwnArea.headers(ServletInbound.unconfigured(http), answer);
      new ReplyWriter(http, answer).unavailable();
    } else if (http.getDispatcherType() == DispatcherType.ERROR) {
      chain.doFilter(WithheldHeaders.hide(http, answer, janua.get().withheldHeaders()), answer);
    } else {
      new Passage(janua.get(), http, answer, chain).run();
    }
  }
}
