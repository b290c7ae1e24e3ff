package org.janua.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.janua.apikey.Issued;
import org.janua.jpa.ApiKeyRow;

/** API keys as JSON; the key itself only where it was just made. */
final class ApiKeyJson {

  private ApiKeyJson() {}

  /** All keys of an account on one page: there is a limit to them. */
  static Map<String, Object> page(List<ApiKeyRow> keys) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", keys.stream().map(key -> item(key, Optional.empty())).toList());
    page.put("next", null);
    return page;
  }

  static Map<String, Object> issued(Issued key) {
    return item(key.row(), Optional.of(key.reveal()));
  }

  private static Map<String, Object> item(ApiKeyRow key, Optional<String> text) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", key.id());
    text.ifPresent(shown -> json.put("key", shown));
    json.put("description", key.description());
    json.put("permissions", key.permissions().orElse(null));
    json.put("created_at", key.createdAt());
    json.put("expires_at", key.expiresAt().orElse(null));
    json.put("last_used_at", key.lastUsedAt().orElse(null));
    return json;
  }
}
