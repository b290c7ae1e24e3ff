package org.janua.sample;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A public endpoint that names the headers it was given, one a line. It shows what an application
 * does not get to see: what a proxy says of the caller, and the secret it proves itself with.
 */
@Path("headers")
@RequestScoped
public class HeadersResource {

  @GET
  public Response names(@Context HttpHeaders headers) {
    return Plain.text(
        headers.getRequestHeaders().keySet().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining("\n")));
  }
}
