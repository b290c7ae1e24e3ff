package org.janua.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.janua.access.Permissions;
import org.janua.config.ResourceType;

/** {@code GET /auth/api/permissions}: what the application declares, for administrators. */
public final class PermissionsResource {

  private final Exchange exchange;

  PermissionsResource(Exchange exchange) {
    this.exchange = exchange;
  }

  /** The keys with all that each implies, and the types of things with their levels. */
  @GET
  public Response get() {
    Permissions permissions = exchange.janua().permissions();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(
        "permissions", permissions.keys().stream().map(key -> json(permissions, key)).toList());
    json.put(
        "resources",
        exchange.janua().settings().roles().types().stream()
            .map(PermissionsResource::json)
            .toList());
    return JsonText.ok(json);
  }

  private static Map<String, Object> json(Permissions permissions, String key) {
    Set<String> held = permissions.held(Set.of(key));
    List<String> implied =
        permissions.keys().stream()
            .filter(other -> !other.equals(key) && held.contains(other))
            .toList();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", key);
    json.put("implies", implied);
    return json;
  }

  private static Map<String, Object> json(ResourceType type) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", type.name());
    json.put("levels", type.levels());
    json.put("read_by_viewer", type.readByViewer());
    json.put("override", inOrder(type));
    json.put("create", type.create().orElse(null));
    json.put("public", type.canBePublic());
    return json;
  }

  private static Map<String, String> inOrder(ResourceType type) {
    Map<String, String> override = new LinkedHashMap<>();
    type.levels().stream()
        .filter(type.override()::containsKey)
        .forEach(level -> override.put(level, type.override().get(level)));
    return override;
  }
}
