package org.janua.web.pages;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/** The servlet in a real container, below a context root. */
final class PageServer {

  private final Server server =
      new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  private final HttpClient client = HttpClient.newHttpClient();

  PageServer() throws Exception {
    ServletContextHandler context = new ServletContextHandler("/app");
    ServletHolder pages = new ServletHolder(new PageServlet());
    context.addServlet(pages, "/auth/login");
    context.addServlet(pages, "/auth/assets/*");
    server.setHandler(context);
    server.start();
  }

  /** The answer to a request with these header names and values in turn. */
  HttpResponse<byte[]> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    URI address = server.getURI().resolve("/app").resolve(path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  void stop() throws Exception {
    server.stop();
  }
}
