package org.janua.sample;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.janua.api.Caller;

/**
 * An endpoint for everybody who is signed in, whatever the role. Jakarta REST has no portable
 * annotation for that ({@code @RolesAllowed("**")} differs between servers), so it is said in code.
 */
@Path("me")
@RequestScoped
public class MeResource {
  @Inject private Caller caller;

  @GET
  public Response me() {
    if (!caller.isSignedIn()) {
      throw new NotAuthorizedException("Bearer");
    }
    return Plain.text("You are " + caller.name());
  }
}
