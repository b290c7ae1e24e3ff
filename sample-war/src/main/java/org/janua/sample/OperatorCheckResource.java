package org.janua.sample;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** An endpoint for a role of the application's own: it is a role to the container. */
@Path("operator-check")
@RequestScoped
public class OperatorCheckResource {
  @GET
  @RolesAllowed("operator")
  public Response check() {
    return Plain.text("You are an operator.");
  }
}
