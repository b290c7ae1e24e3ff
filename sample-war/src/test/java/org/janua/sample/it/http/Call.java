package org.janua.sample.it.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One request, put together and then sent. Immutable: every method answers a new call. */
public final class Call {

  /** The name of the session cookie over plain http. */
  public static final String COOKIE = "auth_token";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final String method;
  private final String path;
  private final List<String> headers;
  private final BodyPublisher body;

  private Call(String method, String path, List<String> headers, BodyPublisher body) {
    this.method = method;
    this.path = path;
    this.headers = headers;
    this.body = body;
  }

  public static Call get(String path) {
    return of("GET", path);
  }

  public static Call post(String path) {
    return of("POST", path);
  }

  public static Call put(String path) {
    return of("PUT", path);
  }

  public static Call patch(String path) {
    return of("PATCH", path);
  }

  public static Call delete(String path) {
    return of("DELETE", path);
  }

  public static Call of(String method, String path) {
    return new Call(method, path, List.of(), BodyPublishers.noBody());
  }

  public Call header(String name, String value) {
    List<String> more = new ArrayList<>(headers);
    more.add(name);
    more.add(value);
    return new Call(method, path, List.copyOf(more), body);
  }

  public Call cookie(String token) {
    return header("Cookie", COOKIE + "=" + token);
  }

  public Call bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  public Call json(String text) {
    return body("application/json", text);
  }

  /** A form; names and values in turn. */
  public Call form(String... fields) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      text.append(i == 0 ? "" : "&")
          .append(encoded(fields[i]))
          .append('=')
          .append(encoded(fields[i + 1]));
    }
    return body("application/x-www-form-urlencoded", text.toString());
  }

  public Call body(String mediaType, String text) {
    Call typed = header("Content-Type", mediaType);
    return new Call(method, path, typed.headers, BodyPublishers.ofString(text));
  }

  /** A text as the value of a query parameter. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What a browser sends when a person opens a page. */
  public Call navigation() {
    return header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .header("Sec-Fetch-Mode", "navigate")
        .header("Sec-Fetch-Dest", "document")
        .header("Sec-Fetch-Site", "none");
  }

  public Answer send(URI site) {
    return send(CLIENT, site);
  }

  /** The same by a client of one's own. */
  public Answer send(HttpClient client, URI site) {
    try {
      HttpResponse<String> response = client.send(request(site), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(this + " to " + site, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return method + " " + path;
  }

  private HttpRequest request(URI site) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(site.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    return request.build();
  }
}
