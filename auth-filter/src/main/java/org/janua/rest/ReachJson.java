package org.janua.rest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.janua.api.VisiblePage;
import org.janua.config.CustomRole;

/** Resources as JSON: a list of ids, or {@code "*"} for everything. */
final class ReachJson {

  private ReachJson() {}

  /** {@code {type: {level: ids}}}. */
  static Map<String, Object> ofPages(Map<String, Map<String, VisiblePage>> pages) {
    Map<String, Object> json = new LinkedHashMap<>();
    pages.forEach((type, levels) -> json.put(type, levels(levels)));
    return json;
  }

  /** {@code {type: ids}}. */
  static Map<String, Object> of(Map<String, Set<String>> resources) {
    Map<String, Object> json = new TreeMap<>();
    resources.forEach((type, ids) -> json.put(type, ids(ids)));
    return json;
  }

  private static Map<String, Object> levels(Map<String, VisiblePage> levels) {
    Map<String, Object> json = new LinkedHashMap<>();
    levels.forEach(
        (level, page) -> json.put(level, page.everything() ? CustomRole.EVERYTHING : page.ids()));
    return json;
  }

  private static Object ids(Set<String> ids) {
    return ids.contains(CustomRole.EVERYTHING) ? CustomRole.EVERYTHING : sorted(ids);
  }

  private static Collection<String> sorted(Set<String> ids) {
    return ids.stream().sorted().toList();
  }
}
