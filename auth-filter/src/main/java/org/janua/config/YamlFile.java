package org.janua.config;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads {@code auth.yml}: one document of maps, lists and text. Aliases, tags and deep nesting are
 * refused, so the work is bounded by the size of the file.
 */
final class YamlFile {
  /** The deepest a setting lies, with room for a mistake to be reported as what it is. */
  private static final int MAX_DEPTH = 10;

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final String EXAMPLE = "auth: {session_length: 86400}";

  private final String name;
  private final Faults faults;
  private final Iterator<Event> events;

  private YamlFile(String name, Faults faults, Iterator<Event> events) {
    this.name = name;
    this.faults = faults;
    this.events = events;
  }

  /** What the file says; nothing at all when it is not well-formed, which is then a fault. */
  static Value.Entries read(String name, String text, Faults faults) {
    LoadSettings settings = LoadSettings.builder().setLabel(name).build();
    try {
      Iterator<Event> events = new Parse(settings).parseString(text).iterator();
      return new YamlFile(name, faults, events).document();
    } catch (MarkedYamlEngineException malformed) {
      String line =
          malformed.getProblemMark().map(m -> "line " + (m.getLine() + 1) + ": ").orElse("");
      // not getMessage(): it quotes the file, which may hold a secret
      faults.note(name, line + malformed.getProblem(), EXAMPLE);
    } catch (YamlEngineException | IllegalArgumentException malformed) {
      // the parser lets the second escape for an escape such as "\\UFFFFFFFF"
      faults.note(name, "is not YAML: it holds characters that YAML forbids", EXAMPLE);
    }
    return nothing(name);
  }

  static Value.Entries nothing(String name) {
    return new Value.Entries(Map.of(), name);
  }

  private Value.Entries document() {
    events.next(); // StreamStart
    if (events.next().getEventId() == Event.ID.StreamEnd) {
      return nothing(name);
    }
    Event first = events.next();
    Value root = value(first, 0);
    events.next(); // DocumentEnd
    Event last = events.next();
    if (last.getEventId() != Event.ID.StreamEnd) {
      throw refused("a second document starts here; only one is allowed", last);
    }
    if (root instanceof Value.Entries entries) {
      return entries;
    }
    if (root instanceof Value.Nothing) {
      return nothing(name);
    }
    throw refused("the file must be a map of settings", first);
  }

  private Value value(Event event, int depth) {
    if (depth > MAX_DEPTH) {
      throw refused("nested more than " + MAX_DEPTH + " deep", event);
    }
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    if (event instanceof SequenceStartEvent list) {
      refuseTag(list.getTag(), list);
      return items(list, depth);
    }
    if (event instanceof MappingStartEvent map) {
      refuseTag(map.getTag(), map);
      return entries(map, depth);
    }
    throw refused("aliases (*name) are not allowed", event);
  }

  private Value scalar(ScalarEvent scalar) {
    refuseTag(scalar.getTag(), scalar);
    return scalar.isPlain() && NULLS.contains(scalar.getValue())
        ? new Value.Nothing(where(scalar))
        : new Value.Scalar(scalar.getValue(), where(scalar));
  }

  private Value items(Event start, int depth) {
    List<Value> values = new ArrayList<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      values.add(value(event, depth + 1));
      event = events.next();
    }
    return new Value.Items(values, where(start));
  }

  private Value entries(Event start, int depth) {
    Map<String, Value> values = new LinkedHashMap<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      String key = key(event);
      if (values.put(key, value(events.next(), depth + 1)) != null) {
        faults.note(name, "line " + line(event) + ": " + key + " is there twice", "once");
      }
      event = events.next();
    }
    return new Value.Entries(values, where(start));
  }

  private static String key(Event event) {
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), scalar);
      return scalar.getValue();
    }
    throw refused("the name of a setting must be plain text", event);
  }

  private static void refuseTag(Optional<String> tag, Event event) {
    if (tag.isPresent()) {
      throw refused("tags (!name) are not allowed", event);
    }
  }

  /** The parser's own exception, so that its refusals and ours end in one place. */
  private static ParserException refused(String problem, Event event) {
    return new ParserException(problem, event.getStartMark());
  }

  private String where(Event event) {
    return name + " line " + line(event);
  }

  private static int line(Event event) {
    return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}
