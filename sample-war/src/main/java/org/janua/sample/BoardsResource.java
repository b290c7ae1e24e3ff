package org.janua.sample;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.janua.api.Access;
import org.janua.api.Caller;
import org.janua.api.RequiresPermission;
import org.janua.api.ResourceId;
import org.janua.api.ResourceRef;

/** Boards: each method says what it takes to call it, and Janua sees to it. */
@Path("boards")
@RequestScoped
public class BoardsResource {
  @Inject private Caller caller;
  @Inject private Access access;
  @Inject private Things things;

  @GET
  public Response list() {
    Strangers.refuse(caller);
    return JsonBody.list(
        things.all("board", access.visible("view", "board")).stream().map(Thing::json));
  }

  @POST
  @Consumes("application/json")
  @RequiresPermission("board-create")
  public Response create(InputStream body) {
    return JsonBody.made(things.make("board", JsonBody.name(body)));
  }

  @GET
  @Path("{id}")
  @RequiresPermission(level = "view", type = "board")
  public Response one(@PathParam("id") @ResourceId String id) {
    return JsonBody.of(things.find(new ResourceRef("board", id)).json());
  }

  @PUT
  @Path("{id}")
  @Consumes("application/json")
  @RequiresPermission(level = "modify", type = "board")
  public Response rename(@PathParam("id") @ResourceId String id, InputStream body) {
    return JsonBody.of(things.rename(new ResourceRef("board", id), JsonBody.name(body)).json());
  }

  @DELETE
  @Path("{id}")
  @RequiresPermission(level = "full", type = "board")
  public void delete(@PathParam("id") @ResourceId String id) {
    things.delete(new ResourceRef("board", id));
  }
}
