package org.janua.sample.it.proxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A program behind a proxy that is not Java to anybody: it answers with the request as it arrived,
 * one header on a line, its name in lower case, then the body.
 */
public final class Upstream implements AutoCloseable {

  /** The first words of every answer. */
  public static final String GREETING = "The program behind got ";

  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();

  private Upstream(HttpServer server) {
    this.server = server;
  }

  public static Upstream start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Upstream upstream = new Upstream(server);
      server.createContext("/", upstream::answer);
      server.start();
      return upstream;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Host and port. */
  public String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** How many requests arrived. */
  public int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    StringBuilder text = new StringBuilder(GREETING);
    text.append(exchange.getRequestMethod()).append(' ').append(exchange.getRequestURI());
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) ->
                values.forEach(
                    value ->
                        text.append('\n')
                            .append(name.toLowerCase(Locale.ROOT))
                            .append(": ")
                            .append(value)));
    text.append("\n\n");
    text.append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] octets = text.toString().getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(200, head ? -1 : octets.length);
    exchange.getResponseBody().write(head ? new byte[0] : octets);
    exchange.close();
  }
}
