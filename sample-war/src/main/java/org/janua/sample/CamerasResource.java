package org.janua.sample;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.janua.api.Access;
import org.janua.api.Caller;
import org.janua.api.ResourceRef;
import org.janua.api.VisibleIds;

/** Cameras: everybody who is signed in sees those that their role may read. */
@Path("cameras")
@RequestScoped
public class CamerasResource {
  private static final List<String> CAMERAS = List.of("front_door", "side_yard", "garage");

  @Inject private Caller caller;
  @Inject private Access access;

  @GET
  public Response list() {
    signedIn();
    VisibleIds visible = access.visible("view", "camera");
    JsonArrayBuilder items = Json.createArrayBuilder();
    CAMERAS.stream().filter(visible::contains).map(CamerasResource::json).forEach(items::add);
    return answer(Json.createObjectBuilder().add("items", items).addNull("next").build());
  }

  @GET
  @Path("{name}")
  public Response one(@PathParam("name") String name) {
    signedIn();
    if (!CAMERAS.contains(name)) {
      throw new NotFoundException();
    }
    access.require("view", new ResourceRef("camera", name));
    return answer(json(name));
  }

  private void signedIn() {
    if (!caller.isSignedIn()) {
      throw new NotAuthorizedException("Bearer");
    }
  }

  private static JsonObject json(String name) {
    return Json.createObjectBuilder().add("name", name).build();
  }

  private static Response answer(JsonValue json) {
    return Response.ok(json.toString(), "application/json").build();
  }
}
