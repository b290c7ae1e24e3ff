package org.janua.sample;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** An endpoint for everybody who holds a permission: the key is a role to the container. */
@Path("create-check")
@RequestScoped
public class CreateCheckResource {
  @GET
  @RolesAllowed("board-create")
  public Response check() {
    return Plain.text("You may create boards.");
  }
}
