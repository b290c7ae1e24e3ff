package org.janua.sample;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.janua.api.RequiresPermission;
import org.janua.api.ResourceId;
import org.janua.api.ResourceRef;

/** A business service with a rule on its method, whoever calls it. */
@Stateless
public class Runner {
  @Inject private Things things;

  @RequiresPermission(level = "interact", type = "integration")
  public void run(@ResourceId String id) {
    things.find(new ResourceRef("integration", id)); // and here it would be told to work
  }
}
