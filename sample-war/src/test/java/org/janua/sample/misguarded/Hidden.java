package org.janua.sample.misguarded;

import jakarta.ejb.Stateless;
import org.janua.api.RequiresPermission;

/** Methods that no container guards. */
@Stateless
public class Hidden implements Contract {

  @RequiresPermission("board-create")
  private static void quietly() {}

  @Override
  public void save() {
    quietly();
  }
}
