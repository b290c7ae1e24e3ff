package org.janua.sample;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What {@link SecurityNews} was told, for administrators. */
@Path("news")
@RequestScoped
public class SecurityNewsResource {
  @Inject private SecurityNews news;

  @GET
  @RolesAllowed("admin")
  public Response latest() {
    return Plain.text(String.join("\n", news.lines()));
  }
}
