package org.janua.sample;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;

/** The JSON that goes in and out. */
final class JsonBody {
  private static final int LONGEST_NAME = 255;
  private static final JsonReaderFactory STRICT =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  private JsonBody() {}

  /** The name in {@code {"name": "…"}}; nothing else may be there. */
  static String name(InputStream body) {
    try (JsonReader reader = STRICT.createReader(body)) {
      JsonObject json = reader.readObject();
      if (json.size() == 1 && json.get("name") instanceof JsonString name && fits(name)) {
        return name.getString();
      }
    } catch (JsonException malformed) {
      // the same answer as to one that is well-formed and says something else
    }
    throw new BadRequestException("Send {\"name\": \"…\"}, with 1 to 255 characters.");
  }

  private static boolean fits(JsonString name) {
    return !name.getString().isBlank() && name.getString().length() <= LONGEST_NAME;
  }

  static Response made(Thing thing) {
    return answer(Response.Status.CREATED, thing.json());
  }

  static Response of(JsonValue json) {
    return answer(Response.Status.OK, json);
  }

  /** A list that is whole: there is no next page. */
  static Response list(Stream<JsonObject> items) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    items.forEach(array::add);
    return of(Json.createObjectBuilder().add("items", array).addNull("next").build());
  }

  private static Response answer(Response.Status status, JsonValue json) {
    return Response.status(status).entity(json.toString()).type("application/json").build();
  }
}
