package org.janua.sample.misguarded;

import jakarta.enterprise.context.RequestScoped;
import org.janua.api.RequiresPermission;
import org.janua.api.ResourceId;

/** Says what nobody declared. */
@RequestScoped
public class Misspelt {

  @RequiresPermission("board-craete")
  public void key() {}

  @RequiresPermission(level = "modfiy", type = "board")
  public void level(@ResourceId String id) {}

  @RequiresPermission(level = "view", type = "baord")
  public void type(@ResourceId String id) {}

  @RequiresPermission(level = "view", type = "board")
  public void withoutId(String id) {}

  @RequiresPermission(level = "view", type = "board")
  public void oddId(@ResourceId Object id) {}

  @RequiresPermission
  public void nothing() {}
}
