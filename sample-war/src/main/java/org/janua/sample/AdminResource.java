package org.janua.sample;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** An endpoint for administrators, by an annotation on the REST method. */
@Path("admin")
@RequestScoped
public class AdminResource {
  @GET
  @RolesAllowed("admin")
  public Response admin() {
    return Plain.text("Only administrators read this.");
  }
}
