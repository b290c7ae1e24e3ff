package org.janua.rest;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.core.Response;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** An answer as JSON text, written here so that no provider of the host has a say in it. */
public final class JsonText {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final String TYPE = "application/json";

  private JsonText() {}

  /** A 200 with this object. */
  static Response ok(Map<String, ?> object) {
    return answer(200, object).build();
  }

  /** An answer with this object, to be completed. */
  static Response.ResponseBuilder answer(int status, Map<String, ?> object) {
    return Response.status(status).type(TYPE).entity(of(object));
  }

  /** The object as text. */
  public static String of(Map<String, ?> object) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      generator.writeStartObject();
      object.forEach(
          (key, value) -> {
            generator.writeKey(key);
            write(generator, value);
          });
      generator.writeEnd();
    }
    return text.toString();
  }

  private static void write(JsonGenerator generator, Object value) {
    if (value == null) {
      generator.writeNull();
    } else if (value instanceof JsonValue json) {
      generator.write(json);
    } else if (value instanceof Boolean flag) {
      generator.write(flag);
    } else if (value instanceof Number number) {
      generator.write(number.longValue());
    } else if (value instanceof Collection<?> items) {
      generator.writeStartArray();
      items.forEach(item -> write(generator, item));
      generator.writeEnd();
    } else if (value instanceof Map<?, ?> object) {
      generator.writeStartObject();
      object.forEach(
          (key, inner) -> {
            generator.writeKey(key.toString());
            write(generator, inner);
          });
      generator.writeEnd();
    } else {
      generator.write(value instanceof Instant at ? at.toString() : value.toString());
    }
  }
}
