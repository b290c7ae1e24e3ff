package org.janua.sample;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * A public endpoint that changes something. What it counted shows whether a request that was
 * refused (a dead token, a foreign page) got as far as the application.
 */
@Path("visits")
@RequestScoped
public class VisitsResource {
  @Inject private Visits visits;

  @GET
  public Response count() {
    return Plain.text(visits.count());
  }

  @POST
  public Response countOneMore() {
    return Plain.text(visits.countOneMore());
  }
}
