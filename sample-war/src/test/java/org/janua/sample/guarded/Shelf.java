package org.janua.sample.guarded;

import org.janua.api.RequiresPermission;
import org.janua.api.ResourceId;

/** What beans inherit: methods that are guarded in the class above. */
abstract class Shelf<T> {

  @RequiresPermission("board-create")
  public String inherited() {
    return "open";
  }

  public abstract String replaced(T id);

  @RequiresPermission(level = "modify", type = "board")
  String ofThePackage(@ResourceId String id) {
    return "open";
  }
}
