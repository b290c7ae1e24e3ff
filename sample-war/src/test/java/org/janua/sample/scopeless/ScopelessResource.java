package org.janua.sample.scopeless;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.janua.api.RequiresPermission;

/** A REST resource without a scope, which is a CDI bean on some servers only. */
@Path("scopeless")
public class ScopelessResource {

  @GET
  @RequiresPermission("board-create")
  public String open() {
    return "open";
  }
}
