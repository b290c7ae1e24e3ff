package org.janua.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of a form ({@code application/x-www-form-urlencoded}), as strict as JSON: no field
 * twice. The check box of a page sends {@code remember=on}.
 */
final class FormFields {

  private FormFields() {}

  /** Reads the body, or the parameters when something before us read the body already. */
  static Fields of(HttpServletRequest request, String body) {
    if (request.getQueryString() != null) { // ASVS 5.0 14.2.1: no credentials in an address
      throw ProblemException.malformed("A form is sent in the body, not in the address.");
    }
    return Fields.of(body.isEmpty() ? parameters(request) : decode(body));
  }

  private static Map<String, Object> decode(String body) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      put(fields, name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return fields;
  }

  private static Map<String, Object> parameters(HttpServletRequest request) {
    Map<String, Object> fields = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              for (String value : values) {
                put(fields, name, value);
              }
            });
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, String value) {
    Object old = fields.put(name, name.equals("remember") ? flag(value) : value);
    if (old != null) {
      throw ProblemException.field(name, "Is there twice.");
    }
  }

  private static Object flag(String value) {
    return switch (value) {
      case "on", "true" -> true;
      case "false" -> false;
      default -> value;
    };
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ProblemException.malformed("The form is not well-formed.");
    }
  }
}
