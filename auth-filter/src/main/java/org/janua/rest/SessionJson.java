package org.janua.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.janua.jpa.SessionRow;
import org.janua.session.Device;

/** Sessions as JSON; never a token. */
final class SessionJson {

  private SessionJson() {}

  /**
   * All sessions of a user on one page: there is a limit to them.
   *
   * @param current the id of the session that carries the request
   */
  static Map<String, Object> page(List<SessionRow> sessions, Optional<String> current) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", sessions.stream().map(session -> item(session, current)).toList());
    page.put("next", null);
    return page;
  }

  private static Map<String, Object> item(SessionRow session, Optional<String> current) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", session.id());
    json.put("created_at", session.createdAt());
    json.put("last_used_at", session.lastUsedAt());
    json.put("expires_at", session.expiresAt());
    json.put("ip", session.ip());
    json.put("device", Device.of(session.userAgent()));
    json.put("user_agent", session.userAgent());
    json.put("provider", session.provider());
    json.put("current", current.equals(Optional.of(session.id())));
    return json;
  }
}
