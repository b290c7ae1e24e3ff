package org.janua.jpa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * "Which things does this one see": one statement, in which every way to see a thing reads a range
 * of an index of its own, in order and no further than the page. SQL, because the query language
 * has no union that all providers know.
 */
final class VisibleQuery {
  private final List<Object> parameters = new ArrayList<>();
  private final List<String> ways = new ArrayList<>();
  private final String type;
  private final String after;
  private final String end;

  /**
   * Of one type.
   *
   * @param after only ids behind this one; empty: all
   * @param limit how many at most
   */
  VisibleQuery(String type, String after, int limit) {
    this.type = type;
    this.after = after;
    this.end = " order by resource_id fetch first " + limit + " rows only";
  }

  void by(Seeker seeker, Collection<String> levels) {
    if (seeker.owner() != null) {
      way("auth_resource", "creator = " + bound(seeker.owner()));
      way("auth_resource_user", "user_id = " + bound(seeker.owner()) + granted(levels));
    }
    if (!seeker.groups().isEmpty()) {
      way("auth_resource_group", "group_id in " + bound(seeker.groups()) + granted(levels));
    }
    if (seeker.role() != null) {
      way("auth_role_resource", "role = " + bound(RoleRow.canonical(seeker.role())));
    }
    if (seeker.everybody()) {
      way("auth_resource", "open_to_all = true");
    }
  }

  boolean isEmpty() {
    return ways.isEmpty();
  }

  String sql() {
    return "select resource_id from (" + String.join(" union ", ways) + ") visible" + end;
  }

  List<Object> parameters() {
    return parameters;
  }

  private void way(String table, String condition) {
    ways.add(
        "(select distinct resource_id from "
            + table
            + " where "
            + condition
            + " and resource_type = "
            + bound(type)
            + " and resource_id > "
            + bound(after)
            + end
            + ")");
  }

  private String granted(Collection<String> levels) {
    return " and granted in " + bound(levels);
  }

  private String bound(Collection<String> values) {
    return values.stream().map(this::bound).collect(Collectors.joining(", ", "(", ")"));
  }

  private String bound(String value) {
    parameters.add(value);
    return "?" + parameters.size();
  }
}
