package org.janua.provider.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.janua.config.ProxySecret;
import org.janua.config.ProxySignIn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which role a proxy's groups give. */
class GroupRolesTest {

  private static final List<String> ROLES = List.of("admin", "operator", "neighbor", "viewer");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "sysadmins,users ; admin=sysadmins viewer=users            ; admin",
        "sysadmins,users ; viewer=users admin=sysadmins            ; admin",
        "ops,users       ; operator=ops viewer=users               ; operator",
        "ops,users       ; viewer=users operator=ops               ; viewer",
        "users,ops       ; operator=ops viewer=users               ; operator",
        "x,night         ; operator=ops/night                      ; operator",
        "Ops             ; operator=ops                            ; fallback",
        "ops             ; operator=Ops                            ; fallback",
        "op,sops,ops2    ; operator=ops                            ; fallback",
        "x               ; ghost=x                                 ; fallback",
        "x               ; ghost=x operator=x                      ; operator",
        "admin           ; operator=ops                            ; fallback",
        "operator        ; operator=ops                            ; fallback"
      })
  void with_a_map_groups_match_exactly_admin_first_then_the_order_of_the_map(
      String header, String map, String role) {
    assertThat(roles(map, ",", false).role(List.of(header))).contains(role);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "AdMiN                    ; admin",
        "viewer,admin             ; admin",
        "viewer,neighbor,operator ; operator",
        "viewer , NEIGHBOR        ; neighbor",
        "VIEWER                   ; viewer",
        "users,everybody          ; fallback",
        "administrator            ; fallback"
      })
  void without_a_map_role_names_match_in_any_case_in_the_order_of_the_roles(
      String header, String role) {
    assertThat(roles("", ",", false).role(List.of(header))).contains(role);
  }

  @Test
  void a_role_with_capitals_matches_too() {
    GroupRoles roles =
        new GroupRoles(settings("", ",", false), () -> List.of("admin", "NightShift", "viewer"));

    assertThat(roles.role(List.of("nightshift"))).contains("NightShift");
  }

  @Test
  void several_lines_count_as_one_and_values_are_trimmed() {
    GroupRoles roles = roles("operator=ops admin=sysadmins", ",", false);

    assertThat(roles.role(List.of("users", " ops ,,", "x"))).contains("operator");
    assertThat(roles.role(List.of("ops", "sysadmins"))).contains("admin");
  }

  @ParameterizedTest
  @Tag("TH-06")
  @ValueSource(strings = {"\u3000sysadmins", "sysadmins\u2003", "\u2028sysadmins"})
  void a_blank_that_is_no_blank_of_a_header_makes_another_group(String group) {
    assertThat(roles("admin=sysadmins", ",", false).role(List.of(group))).contains("fallback");
    assertThat(roles("admin=sysadmins", ",", false).role(List.of(" \tsysadmins\t ")))
        .contains("admin");
  }

  @Test
  void the_separator_is_the_one_that_is_configured_and_no_pattern() {
    assertThat(roles("operator=ops", "|", false).role(List.of(" | ops | "))).contains("operator");
    assertThat(roles("operator=ops", "|", false).role(List.of("ops,users"))).contains("fallback");
    assertThat(roles("operator=ops", ".", false).role(List.of("users.ops"))).contains("operator");
    assertThat(roles("operator=ops", " ", false).role(List.of("users ops"))).contains("operator");
  }

  @Test
  void without_a_value_it_is_the_default_or_none_where_that_is_refused() {
    for (List<String> nothing :
        List.of(List.<String>of(), List.of(""), List.of(" , "), List.of("", ""))) {
      assertThat(roles("", ",", false).role(nothing)).contains("fallback");
      assertThat(roles("admin=a", ",", false).role(nothing)).contains("fallback");
      assertThat(roles("admin=a", ",", true).role(nothing)).isEmpty();
    }
  }

  @Test
  void strict_refuses_whom_nothing_matches_and_nobody_else() {
    GroupRoles strict = roles("operator=ops ghost=g", ",", true);

    assertThat(strict.role(List.of("users"))).isEmpty();
    assertThat(strict.role(List.of("g"))).isEmpty();
    assertThat(strict.role(List.of("ops"))).contains("operator");
    assertThat(roles("", ",", true).role(List.of("users"))).isEmpty();
    assertThat(roles("", ",", true).role(List.of("VIEWER"))).contains("viewer");
  }

  @Test
  @Tag("TH-06")
  void with_a_map_a_group_that_is_called_like_a_role_gives_nothing() {
    assertThat(roles("operator=ops", ",", true).role(List.of("admin"))).isEmpty();
  }

  @Test
  void a_role_that_is_made_later_matches_from_then_on() {
    AtomicReference<List<String>> known = new AtomicReference<>(ROLES);
    GroupRoles roles = new GroupRoles(settings("ghost=x", ",", false), known::get);
    assertThat(roles.role(List.of("x"))).contains("fallback");

    List<String> more = new ArrayList<>(ROLES);
    more.add("ghost");
    known.set(more);

    assertThat(roles.role(List.of("x"))).contains("ghost");
  }

  private static GroupRoles roles(String map, String separator, boolean strict) {
    return new GroupRoles(settings(map, separator, strict), () -> ROLES);
  }

  /** A map as {@code role=group/group role=group}. */
  private static ProxySignIn settings(String map, String separator, boolean strict) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (String entry : map.isEmpty() ? new String[0] : map.strip().split(" ")) {
      String[] sides = entry.split("=");
      groups.put(sides[0], List.of(sides[1].split("/")));
    }
    return new ProxySignIn(
        ProxySecret.of("x".repeat(32)),
        "x-forwarded-user",
        Optional.of("x-forwarded-groups"),
        groups,
        separator,
        "fallback",
        strict,
        Optional.empty());
  }
}
