package org.janua.web;

import org.janua.access.Reach;
import org.janua.api.Access;
import org.janua.api.ResourceRef;
import org.janua.api.VisibleIds;

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
}
