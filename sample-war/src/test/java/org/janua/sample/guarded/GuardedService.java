package org.janua.sample.guarded;

import jakarta.ejb.Stateless;
import org.janua.api.RequiresPermission;
import org.janua.api.ResourceId;

/** An enterprise bean: one key for all methods, and another rule on one of them. */
@Stateless
@RequiresPermission("board-create")
public class GuardedService {

  public String key() {
    return "open";
  }

  @RequiresPermission(level = "view", type = "board")
  public String text(@ResourceId String id) {
    return "open";
  }

  @RequiresPermission(level = "modify", type = "board")
  public String change(@ResourceId String id) {
    return "open";
  }
}
