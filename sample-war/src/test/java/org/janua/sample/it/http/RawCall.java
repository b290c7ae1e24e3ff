package org.janua.sample.it.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.SocketFactory;

/** A request whose target and header lines reach the server as they are written. */
public final class RawCall {

  private static final int PATIENCE_MILLIS = 30_000;
  private static final String HERE = "127.0.0.1";

  private RawCall() {}

  /**
   * Sends a request without a body on a connection of its own.
   *
   * @param target the request target, in any form
   * @param headers whole lines, {@code Host} included when there shall be one
   * @return the status, or 0 when the server hung up without one
   */
  public static Raw send(URI site, String method, String target, List<String> headers) {
    return sendFrom(HERE, site, method, target, headers);
  }

  /** The same over a connection of one's own kind. */
  public static Raw send(
      SocketFactory connections, URI site, String method, String target, List<String> headers) {
    return exchange(connections, HERE, site, text(method, target, headers, ""));
  }

  /** The same from another address of this machine, {@code 127.…}. */
  public static Raw sendFrom(
      String address, URI site, String method, String target, List<String> headers) {
    return sendFrom(address, site, method, target, headers, "");
  }

  /** The same with a body, in ASCII; its length is said. */
  public static Raw sendFrom(
      String address, URI site, String method, String target, List<String> headers, String body) {
    return exchange(SocketFactory.getDefault(), address, site, text(method, target, headers, body));
  }

  private static String text(String method, String target, List<String> headers, String body) {
    StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    headers.forEach(line -> text.append(line).append("\r\n"));
    if (!body.isEmpty()) {
      text.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    return text.append("Connection: close\r\n\r\n").append(body).toString();
  }

  private static Raw exchange(SocketFactory connections, String from, URI site, String text) {
    try (Socket socket =
        connections.createSocket(site.getHost(), site.getPort(), InetAddress.getByName(from), 0)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      byte[] answer = socket.getInputStream().readAllBytes();
      return Raw.of(new String(answer, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(text.lines().findFirst().orElse(""), e);
    }
  }

  /** The answer: its status and all of its text. */
  public record Raw(int status, String text) {

    /** What follows the header. */
    public String body() {
      int end = text.indexOf("\r\n\r\n");
      return end < 0 ? "" : text.substring(end + 4);
    }

    private static Raw of(String text) {
      return new Raw(
          text.startsWith("HTTP/1.") ? Integer.parseInt(text.substring(9, 12)) : 0, text);
    }
  }
}
