package org.janua.rest;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.janua.jpa.AuditRow;

/** An entry of the audit log as JSON; what is not known is {@code null}. */
final class AuditJson {

  private static final JsonProvider JSON = JsonProvider.provider();

  private AuditJson() {}

  static Map<String, Object> of(AuditRow row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", row.id());
    json.put("at", row.at());
    json.put("action", row.action());
    json.put("actor", known(row.actorName()));
    json.put("actor_id", known(row.actorId()));
    json.put("subject", known(row.subjectName()));
    json.put("subject_id", known(row.subjectId()));
    json.put("outcome", row.outcome());
    json.put("ip", known(row.ip()));
    json.put("user_agent", known(row.userAgent()));
    json.put("session", known(row.session()));
    json.put("details", details(row.details()));
    return json;
  }

  private static String known(String text) {
    return text.isEmpty() ? null : text;
  }

  private static JsonObject details(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
