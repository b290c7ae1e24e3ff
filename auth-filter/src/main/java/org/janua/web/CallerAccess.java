package org.janua.web;

import java.util.List;
import java.util.Optional;
import org.janua.access.Reach;
import org.janua.api.Access;
import org.janua.api.Explanation;
import org.janua.api.ResourceRef;
import org.janua.api.VisibleIds;
import org.janua.api.VisiblePage;

/** What the caller of one request may do, for the application. */
record CallerAccess(Reach reach) implements Access {

  @Override
  public boolean can(String level, ResourceRef resource) {
    return reach.allows(level, resource);
  }

  @Override
  public VisibleIds visible(String level, String type) {
    return reach.visible(level, type);
  }

  @Override
  public VisiblePage visible(String level, String type, String after, int limit) {
    VisibleIds visible = visible(level, type);
    if (visible.everything()) {
      return VisiblePage.ALL;
    }
    int size = Math.max(1, Math.min(limit, VisiblePage.MOST));
    List<String> ids =
        visible.ids().stream()
            .filter(id -> after == null || id.compareTo(after) > 0)
            .sorted()
            .limit(size + 1L)
            .toList();
    return ids.size() <= size
        ? new VisiblePage(false, ids, Optional.empty())
        : new VisiblePage(false, ids.subList(0, size), Optional.of(ids.get(size - 1)));
  }

  @Override
  public Explanation explain(String level, ResourceRef resource) {
    boolean allowed = can(level, resource);
    return new Explanation(
        allowed, List.of(allowed ? "The role gives it." : "The role does not give it."));
  }
}
