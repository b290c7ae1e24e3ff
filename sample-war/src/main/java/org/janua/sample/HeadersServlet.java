package org.janua.sample;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Locale;
import java.util.TreeSet;

/**
 * What {@link HeadersResource} shows, where an application meets its request by other ways: another
 * thread that answers later, and the page for errors.
 */
@WebServlet(
    urlPatterns = {"/servlet/headers/later", "/servlet/headers/error", HeadersServlet.ERROR_PAGE},
    asyncSupported = true)
public class HeadersServlet extends HttpServlet {

  static final String ERROR_PAGE = "/servlet/headers/error-page"; // named in web.xml

  private static final long serialVersionUID = 1L;
  private static final int INSUFFICIENT_STORAGE = 507; // an error that nothing else here has

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      write(request, response);
    } else if (request.getServletPath().endsWith("/error")) {
      response.sendError(INSUFFICIENT_STORAGE);
    } else {
      AsyncContext later = request.startAsync();
      later.start(() -> answer(later));
    }
  }

  private static void answer(AsyncContext later) {
    try {
      write((HttpServletRequest) later.getRequest(), (HttpServletResponse) later.getResponse());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      later.complete();
    }
  }

  private static void write(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    TreeSet<String> names = new TreeSet<>();
    Collections.list(request.getHeaderNames())
        .forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().println(String.join("\n", names));
  }
}
