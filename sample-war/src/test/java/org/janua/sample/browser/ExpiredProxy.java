package org.janua.sample.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/**
 * A proxy in front of the sample that asks for a sign-in of its own: it passes the login page on,
 * and as soon as the form is sent it answers that its own session is over.
 */
final class ExpiredProxy implements AutoCloseable {

  /** Where it signs people in. */
  static final String SIGN_IN = "/single-sign-on?to=here";

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI sample;
  private final int status;
  private final String location;
  private volatile boolean expired;

  private ExpiredProxy(HttpServer server, URI sample, int status, String location) {
    this.server = server;
    this.sample = sample;
    this.status = status;
    this.location = location;
  }

  /** Starts one that answers the form with this status and this {@code Location}. */
  static ExpiredProxy start(URI sample, int status, String location) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    ExpiredProxy proxy = new ExpiredProxy(server, sample, status, location);
    server.createContext("/", proxy::answer);
    server.start();
    return proxy;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      expired |= exchange.getRequestMethod().equals("POST");
      if (SIGN_IN.startsWith(path + "?")) {
        write(exchange, 200, "Sign in here.".getBytes(StandardCharsets.UTF_8));
      } else if (expired && !path.startsWith("/auth/assets/")) {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(status, -1);
      } else {
        pass(exchange);
      }
    }
  }

  private void pass(HttpExchange exchange) throws IOException {
    URI target = sample.resolve(exchange.getRequestURI().toString());
    try {
      HttpResponse<byte[]> answer =
          client.send(HttpRequest.newBuilder(target).build(), BodyHandlers.ofByteArray());
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      write(exchange, answer.statusCode(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
