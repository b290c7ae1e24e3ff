package org.janua.sample.guarded;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.janua.api.RequiresPermission;
import org.janua.api.ResourceId;

/** A REST resource that is guarded as a whole. */
@Path("guarded")
@RequestScoped
@RequiresPermission("board-create")
public class GuardedResource {

  @GET
  @Path("key")
  public String key() {
    return "open";
  }

  @GET
  @Path("text/{id}")
  @RequiresPermission(level = "view", type = "board")
  public String text(@PathParam("id") @ResourceId String id) {
    return "open";
  }

  @GET
  @Path("change/{id}")
  @RequiresPermission(level = "modify", type = "board")
  public String change(@PathParam("id") @ResourceId String id) {
    return "open";
  }
}
