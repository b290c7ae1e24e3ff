package org.janua.sample;

import jakarta.inject.Inject;
import java.util.List;
import org.janua.api.Access;
import org.janua.api.ResourceRef;
import org.janua.api.Resources;
import org.janua.api.VisiblePage;

/** What the guide shows of an application that has things of its own; compiled, not run. */
final class GuideExamples {
  @Inject private Access access;
  @Inject private Resources resources;

  private final Boards boards;

  GuideExamples(Boards boards) {
    this.boards = boards;
  }

  /** The application's own table. */
  interface Boards {
    void save(String id, String name);

    void delete(String id);

    List<String> page(String after, int limit);
  }

  void make(String id, String name) {
    if (!resources.add(new ResourceRef("board", id))) { // the caller is its creator, or gets 403
      throw new IllegalStateException("There is a board " + id);
    }
    boards.save(id, name);
  }

  void delete(String id) {
    access.require("full", new ResourceRef("board", id));
    boards.delete(id);
    resources.remove(new ResourceRef("board", id)); // with every grant on it
  }

  List<String> page(String after) {
    VisiblePage page = access.visible("view", "board", after, 50);
    List<String> ids = page.everything() ? boards.page(after, 50) : page.ids();
    return ids;
  }
}
