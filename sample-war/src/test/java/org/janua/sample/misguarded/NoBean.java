package org.janua.sample.misguarded;

import org.janua.api.RequiresPermission;

/** No bean: the container never sees its methods called. */
public class NoBean {

  @RequiresPermission("board-create")
  public void save() {}
}
