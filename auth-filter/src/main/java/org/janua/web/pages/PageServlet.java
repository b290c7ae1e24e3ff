package org.janua.web.pages;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Serves the login page at {@code /auth/login} and its files below {@code /auth/assets/}; both
 * mappings must be given to it. A path it does not know is 404 without a body: paths are looked up
 * in a fixed map, never resolved. Immutable, hence safe for use by many threads.
 */
public final class PageServlet extends HttpServlet {

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Map<String, PageFile> files;

  /** Reads all files from the class path. */
  public PageServlet() {
    files = PageFiles.load();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!READING.contains(request.getMethod())) {
      response.setHeader("Allow", "GET, HEAD");
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    PageFile file = files.get(path(request));
    if (file == null) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    file.answer(request, response);
  }

  private static String path(HttpServletRequest request) {
    return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
  }
}
