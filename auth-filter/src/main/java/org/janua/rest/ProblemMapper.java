package org.janua.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.janua.jpa.DatabaseUnavailable;
import org.janua.request.Problem;

/**
 * Answers every exception of these resources as a problem. Listed by {@link AuthApplication} and
 * not annotated, so that it never becomes a provider of the host's application.
 */
public final class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof ProblemException known) {
      return ProblemResponse.of(known.problem());
    }
    if (failure instanceof WebApplicationException raised) {
      return raised(raised.getResponse());
    }
    if (failure instanceof DatabaseUnavailable) {
      LOG.log(Level.WARNING, "The database does not answer; the request is answered 503", failure);
      return ProblemResponse.of(Problem.UNAVAILABLE);
    }
    LOG.log(Level.ERROR, "A request could not be answered", failure);
    return ProblemResponse.of(
        Problem.of(500, "Internal Server Error", "Something went wrong. It was logged."));
  }

  /** JAX-RS's own refusals: 405, 415 and their like. */
  private static Response raised(Response response) {
    Response.StatusType status = response.getStatusInfo();
    String title = status.getReasonPhrase();
    Problem problem = Problem.of(status.getStatusCode(), title, title + ".");
    String allow = response.getHeaderString("Allow");
    return ProblemResponse.of(allow == null ? problem : problem.with("Allow", allow));
  }
}
