package org.janua.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.janua.access.Entitlement;
import org.janua.access.Group;
import org.janua.access.Identity;
import org.janua.account.AccountView;
import org.janua.jpa.UserRow;

/** An account as JSON; never a hash. */
final class AccountJson {

  private AccountJson() {}

  /** As an administrator sees it in the list of users. */
  static Map<String, Object> user(AccountView account) {
    UserRow user = account.user();
    Map<String, Object> json = shown(user);
    json.put("status", user.active() ? "active" : "inactive");
    json.put("created_at", user.createdAt());
    json.put("groups", account.groups().stream().map(Group::name).toList());
    json.put("permissions", account.permissions().stream().sorted().toList());
    return json;
  }

  /** As its owner sees it. */
  static Map<String, Object> profile(UserRow user, Identity caller, Map<String, Object> resources) {
    Map<String, Object> json = shown(user);
    json.put("role", caller.role()); // a limited key has none
    return withRights(json, caller.entitlement(), resources);
  }

  /**
   * What a caller without an account sees: the fields of {@link #profile}.
   *
   * @param provider who answers for the caller; {@code null}: an internal port
   */
  static Map<String, Object> withoutAccount(
      Identity caller, String provider, Map<String, Object> resources) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", null);
    json.put("username", caller.name());
    json.put("display_name", null);
    json.put("email", null);
    json.put("avatar_url", null);
    json.put("role", caller.role());
    json.put("provider", provider);
    return withRights(json, caller.entitlement(), resources);
  }

  private static Map<String, Object> shown(UserRow user) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", user.id());
    json.put("username", user.username());
    json.put("display_name", user.displayName());
    json.put("email", user.email());
    json.put("avatar_url", user.avatarUrl());
    json.put("role", user.role());
    json.put("provider", "credentials");
    return json;
  }

  private static Map<String, Object> withRights(
      Map<String, Object> json, Entitlement entitlement, Map<String, Object> resources) {
    json.put("groups", entitlement.groups().stream().map(Group::name).toList());
    json.put("permissions", entitlement.permissions().stream().sorted().toList());
    json.put("resources", resources);
    return json;
  }
}
