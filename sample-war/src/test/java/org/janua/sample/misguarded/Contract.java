package org.janua.sample.misguarded;

import org.janua.api.RequiresPermission;

/** An interface hands no annotation down. */
public interface Contract {

  @RequiresPermission("board-create")
  void save();
}
