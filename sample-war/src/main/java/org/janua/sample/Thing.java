package org.janua.sample;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** A board or an integration. */
record Thing(String id, String name, boolean isPublic, Optional<String> creator) {

  JsonObject json() {
    return Json.createObjectBuilder()
        .add("id", id)
        .add("name", name)
        .add("public", isPublic)
        .add("creator", creator.<JsonValue>map(Json::createValue).orElse(JsonValue.NULL))
        .build();
  }
}
