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
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.janua.request.Problem;
import org.janua.request.Problem.FieldError;

/**
 * The fields of a request's JSON object, read strictly: no key twice, every type exact, nothing
 * unknown, objects no deeper than one in another. Ask for each field once, then call {@link
 * #finish}, which reports everything that is wrong together.
 */
final class Fields {

  private static final JsonProvider JSON = JsonProvider.provider();

  private static final int DEEPEST = 1;
  private static final String EVERYTHING = "*";

  private final Map<String, Object> values;
  private final String prefix;
  private final List<FieldError> errors;
  private final List<Fields> inner = new ArrayList<>();

  private Fields(Map<String, Object> values) {
    this(values, "", new ArrayList<>());
  }

  private Fields(Map<String, Object> values, String prefix, List<FieldError> errors) {
    this.values = values;
    this.prefix = prefix;
    this.errors = errors;
  }

  /** Fields that were read some other way, as from a form. */
  static Fields of(Map<String, Object> values) {
    return new Fields(new LinkedHashMap<>(values));
  }

  /** Reads an object. */
  static Fields parse(String text) {
    try (JsonParser parser = JSON.createParser(new StringReader(text))) {
      if (parser.next() != JsonParser.Event.START_OBJECT) {
        throw ProblemException.malformed("The body is not a JSON object.");
      }
      Fields fields = new Fields(object(parser, "", 0));
      if (parser.hasNext()) {
        throw ProblemException.malformed("Something follows the JSON object.");
      }
      return fields;
    } catch (JsonException | NoSuchElementException | IllegalStateException e) {
      throw ProblemException.malformed("The body is not one JSON object.");
    }
  }

  private static Map<String, Object> object(JsonParser parser, String prefix, int depth) {
    Map<String, Object> values = new LinkedHashMap<>();
    while (parser.next() == JsonParser.Event.KEY_NAME) {
      String key = parser.getString();
      if (values.containsKey(key)) {
        throw ProblemException.field(prefix + key, "Is there twice.");
      }
      values.put(key, value(parser, prefix + key, depth));
    }
    return values;
  }

  private static Object value(JsonParser parser, String key, int depth) {
    return switch (parser.next()) {
      case VALUE_STRING -> parser.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> Optional.empty();
      case START_ARRAY -> items(parser, key, depth);
      case START_OBJECT -> inner(parser, key, depth);
      default -> throw ProblemException.field(key, "Has the wrong type.");
    };
  }

  private static Map<String, Object> inner(JsonParser parser, String key, int depth) {
    if (depth == DEEPEST) {
      throw ProblemException.field(key, "Has the wrong type.");
    }
    return object(parser, key + ".", depth + 1);
  }

  /** Texts, or objects where one may be inside another; which of them is asked later. */
  private static List<Object> items(JsonParser parser, String key, int depth) {
    List<Object> items = new ArrayList<>();
    JsonParser.Event event = parser.next();
    while (event == JsonParser.Event.VALUE_STRING
        || event == JsonParser.Event.START_OBJECT && depth < DEEPEST) {
      items.add(
          event == JsonParser.Event.VALUE_STRING
              ? parser.getString()
              : object(parser, item(key, items.size()), depth + 1));
      event = parser.next();
    }
    if (event != JsonParser.Event.END_ARRAY) {
      throw ProblemException.field(key, "Holds something of the wrong type.");
    }
    return items;
  }

  private static String item(String key, int index) {
    return key + "[" + index + "].";
  }

  /** Whether a field is there, whatever its value. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** What becomes of a text: it stays where nothing was sent, null and empty take it away. */
  UnaryOperator<String> change(String name) {
    if (!has(name)) {
      return UnaryOperator.identity();
    }
    String wanted = optional(name).filter(text -> !text.isEmpty()).orElse(null);
    return present -> wanted;
  }

  /** An object that must be there; what is wrong inside is reported with the rest. */
  Fields nested(String name) {
    Object value = values.remove(name);
    if (value instanceof Map<?, ?> object) {
      return within(object, prefix + name + ".");
    }
    error(name, "Is needed, as an object.");
    return within(Map.of(), prefix + name + ".");
  }

  /** A list of objects that may be missing; what is wrong inside is reported with the rest. */
  List<Fields> objects(String name) {
    Object value = values.remove(name);
    if (value instanceof List<?> items && items.stream().allMatch(Map.class::isInstance)) {
      return IntStream.range(0, items.size())
          .mapToObj(i -> within((Map<?, ?>) items.get(i), prefix + item(name, i)))
          .toList();
    }
    if (value != null) {
      error(name, "Must be a list of objects.");
    }
    return List.of();
  }

  private Fields within(Map<?, ?> object, String place) {
    Map<String, Object> copy = new LinkedHashMap<>();
    object.forEach((key, item) -> copy.put(key.toString(), item));
    Fields fields = new Fields(copy, place, errors);
    inner.add(fields);
    return fields;
  }

  /** The names of all fields not asked for yet. */
  List<String> names() {
    return List.copyOf(values.keySet());
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
    if (value instanceof List<?> items && items.stream().allMatch(String.class::isInstance)) {
      return items.stream().map(Object::toString).toList();
    }
    if (value != null) {
      error(name, "Must be a list of texts.");
    }
    return List.of();
  }

  /** A list of texts; empty where there is none, which is another thing than an empty list. */
  Optional<List<String>> listIfAny(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    if (values.get(name) instanceof Optional<?>) { // null
      values.remove(name);
      return Optional.empty();
    }
    return Optional.of(list(name));
  }

  /** A list of texts, or the text {@code *}, which is answered as a list of itself. */
  List<String> listOrEverything(String name) {
    if (EVERYTHING.equals(values.get(name))) {
      values.remove(name);
      return List.of(EVERYTHING);
    }
    return list(name);
  }

  void error(String field, String message) {
    errors.add(new FieldError(prefix + field, message));
  }

  /** Refuses the request if anything was wrong, or a field was sent that nobody asked for. */
  void finish() {
    refuseTheRest();
    if (!errors.isEmpty()) {
      throw new ProblemException(Problem.invalid(errors));
    }
  }

  private void refuseTheRest() {
    values.keySet().forEach(name -> error(name, "Is not known here."));
    inner.forEach(Fields::refuseTheRest);
  }
}
