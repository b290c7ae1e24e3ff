package org.janua.sample;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.janua.api.Caller;

/** A public endpoint: everybody is greeted by name, a stranger as {@code anonymous}. */
@Path("hello")
@RequestScoped
public class HelloResource {
  @Inject private Caller caller;

  @GET
  public Response hello() {
    return Plain.text("Hello, " + caller.name());
  }
}
