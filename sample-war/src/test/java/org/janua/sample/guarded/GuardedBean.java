package org.janua.sample.guarded;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.janua.api.RequiresPermission;
import org.janua.api.ResourceId;

/** A CDI bean with a guard on each method. */
@ApplicationScoped
public class GuardedBean extends Shelf<String> {

  /** An enum as an id. */
  public enum Camera {
    FRONT_DOOR,
    GARAGE;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @RequiresPermission("board-create")
  public String key() {
    return "open";
  }

  @RequiresPermission(level = "view", type = "board")
  public String text(@ResourceId String id) {
    return "open";
  }

  @RequiresPermission(level = "view", type = "board")
  public String uuid(@ResourceId UUID id) {
    return "open";
  }

  @RequiresPermission(level = "view", type = "board")
  public String wide(String other, @ResourceId long id) {
    return "open";
  }

  @RequiresPermission(level = "view", type = "board")
  public String narrow(@ResourceId int id, String other) {
    return "open";
  }

  @RequiresPermission(level = "view", type = "camera")
  public String constant(@ResourceId Camera camera) {
    return "open";
  }

  @Override
  @RequiresPermission(level = "modify", type = "board")
  public String replaced(@ResourceId String id) {
    return "open";
  }
}
