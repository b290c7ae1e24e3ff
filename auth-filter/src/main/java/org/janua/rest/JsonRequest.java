package org.janua.rest;

import java.io.InputStream;
import java.util.Locale;

/** A request whose body has to be JSON. */
final class JsonRequest {

  private JsonRequest() {}

  /** Its fields; refuses any other media type (a form on a foreign page cannot send this one). */
  static Fields fields(Exchange exchange, InputStream body) {
    String type = exchange.request().header("Content-Type").orElse("");
    if (!RequestBody.mediaType(type).equals("application/json") || !isUtf8(type)) {
      throw RequestBody.unsupported();
    }
    return Fields.parse(RequestBody.text(body));
  }

  private static boolean isUtf8(String contentType) {
    String text = contentType.replaceAll("[\\s\"]", "");
    int charset = text.toLowerCase(Locale.ROOT).indexOf(";charset=");
    return charset < 0 || text.regionMatches(true, charset + 9, "utf-8", 0, 5);
  }
}
