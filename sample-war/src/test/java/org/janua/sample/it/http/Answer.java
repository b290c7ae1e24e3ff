package org.janua.sample.it.http;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/** What a server answered. */
public record Answer(int status, HttpHeaders headers, String body) {

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  public List<String> headers(String name) {
    return headers.allValues(name);
  }

  /** The media type without parameters, in lower case; empty when there is none. */
  public String mediaType() {
    return header("Content-Type")
        .orElse("")
        .split(";")[0]
        .strip()
        .toLowerCase(java.util.Locale.ROOT);
  }

  /** The body as a JSON object. */
  public JsonObject json() {
    try (var reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    }
  }

  /** The {@code Set-Cookie} line of this cookie. */
  public Optional<SetCookie> cookie(String name) {
    return headers("Set-Cookie").stream()
        .map(SetCookie::parse)
        .filter(cookie -> cookie.name().equals(name))
        .findFirst();
  }
}
