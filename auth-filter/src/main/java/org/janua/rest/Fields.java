package org.janua.rest;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.janua.request.Problem;
import org.janua.request.Problem.FieldError;

/**
 * The fields of a request's JSON object, read strictly: one flat object, no key twice, every type
 * exact, nothing unknown. Ask for each field once, then call {@link #finish}, which reports
 * everything that is wrong together.
 */
final class Fields {

  private static final JsonProvider JSON = JsonProvider.provider();

  private final Map<String, Object> values;
  private final List<FieldError> errors = new ArrayList<>();

  private Fields(Map<String, Object> values) {
    this.values = values;
  }

  /** Fields that were read some other way, as from a form. */
  static Fields of(Map<String, Object> values) {
    return new Fields(new LinkedHashMap<>(values));
  }

  /** Reads an object. */
  static Fields parse(String text) {
    try (JsonParser parser = JSON.createParser(new StringReader(text))) {
      Fields fields = new Fields(object(parser));
      if (parser.hasNext()) {
        throw ProblemException.malformed("Something follows the JSON object.");
      }
      return fields;
    } catch (JsonException | NoSuchElementException | IllegalStateException e) {
      throw ProblemException.malformed("The body is not one JSON object.");
    }
  }

  private static Map<String, Object> object(JsonParser parser) {
    if (parser.next() != JsonParser.Event.START_OBJECT) {
      throw ProblemException.malformed("The body is not a JSON object.");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    while (parser.next() == JsonParser.Event.KEY_NAME) {
      String key = parser.getString();
      if (values.containsKey(key)) {
        throw ProblemException.field(key, "Is there twice.");
      }
      values.put(key, value(parser, key));
    }
    return values;
  }

  private static Object value(JsonParser parser, String key) {
    return switch (parser.next()) {
      case VALUE_STRING -> parser.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> Optional.empty();
      case START_ARRAY -> strings(parser, key);
      default -> throw ProblemException.field(key, "Has the wrong type.");
    };
  }

  private static List<String> strings(JsonParser parser, String key) {
    List<String> items = new ArrayList<>();
    JsonParser.Event event = parser.next();
    while (event == JsonParser.Event.VALUE_STRING) {
      items.add(parser.getString());
      event = parser.next();
    }
    if (event != JsonParser.Event.END_ARRAY) {
      throw ProblemException.field(key, "Must be a list of texts.");
    }
    return items;
  }

  /** Whether a field is there, whatever its value. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** A text that must be there. */
  String required(String name) {
    Object value = values.remove(name);
    if (value instanceof String text && !text.isEmpty()) {
      return text;
    }
    error(name, "Is needed, as a text.");
    return "";
  }

  /** A text that may be missing or null. */
  Optional<String> optional(String name) {
    Object value = values.remove(name);
    if (value == null || value instanceof Optional<?>) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return Optional.of(text);
    }
    error(name, "Must be a text.");
    return Optional.empty();
  }

  /** A flag that may be missing, and is then false. */
  boolean flag(String name) {
    Object value = values.remove(name);
    if (value != null && !(value instanceof Boolean)) {
      error(name, "Must be true or false.");
    }
    return Boolean.TRUE.equals(value);
  }

  /** A list of texts that may be missing, and is then empty. */
  List<String> list(String name) {
    Object value = values.remove(name);
    if (value instanceof List<?> items) {
      return items.stream().map(Object::toString).toList();
    }
    if (value != null) {
      error(name, "Must be a list of texts.");
    }
    return List.of();
  }

  void error(String field, String message) {
    errors.add(new FieldError(field, message));
  }

  /** Refuses the request if anything was wrong, or a field was sent that nobody asked for. */
  void finish() {
    values.keySet().forEach(name -> error(name, "Is not known here."));
    if (!errors.isEmpty()) {
      throw new ProblemException(Problem.invalid(errors));
    }
  }
}
