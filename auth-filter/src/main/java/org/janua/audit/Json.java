package org.janua.audit;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/** Details as the text of a JSON object (RFC 8259), of a bounded length. */
final class Json {

  private static final String CUT = "\"cut\":true";

  private Json() {}

  /** The object; what does not fit is left out, and {@code cut} says so. */
  static String of(Map<String, Object> object, int longest) {
    StringBuilder text = new StringBuilder("{");
    for (Map.Entry<String, Object> entry : object.entrySet()) {
      StringBuilder member = new StringBuilder(text.length() > 1 ? "," : "");
      write(member, entry.getKey(), entry.getValue());
      if (text.length() + member.length() + CUT.length() + 2 > longest) {
        text.append(text.length() > 1 ? "," : "").append(CUT);
        break;
      }
      text.append(member);
    }
    return text.append('}').toString();
  }

  private static void write(StringBuilder out, String key, Object value) {
    string(out, key);
    out.append(':');
    write(out, value);
  }

  private static void write(StringBuilder out, Object value) {
    if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Collection<?> items) {
      array(out, items.iterator());
    } else if (value instanceof Map<?, ?> object) {
      object(out, object);
    } else {
      string(out, value.toString());
    }
  }

  private static void array(StringBuilder out, Iterator<?> items) {
    out.append('[');
    while (items.hasNext()) {
      write(out, items.next());
      out.append(items.hasNext() ? "," : "");
    }
    out.append(']');
  }

  private static void object(StringBuilder out, Map<?, ?> object) {
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      out.append(separator);
      write(out, entry.getKey().toString(), entry.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private static void string(StringBuilder out, String text) {
    out.append('"');
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
              } else if (c < ' ') {
                out.append(String.format("\\u%04x", c));
              } else {
                out.append((char) c);
              }
            });
    out.append('"');
  }
}
