package org.janua.api;

import jakarta.ejb.ApplicationException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Response;

/**
 * What the caller may do cannot be told: the database does not answer. Let it pass: it becomes 503
 * wherever it is thrown, by Jakarta REST itself or by Janua's filter where it leaves a servlet; an
 * EJB does not wrap it. A transaction it passes through is rolled back.
 */
@ApplicationException(rollback = true)
public class AccessUnavailableException extends ServiceUnavailableException {

  private static final long serialVersionUID = 1L;

  // RFC 9457; as text, so that no provider of the application has a say in it
  private static final String TYPE = "application/problem+json";
  private static final String BODY =
      "{\"status\":503,\"title\":\"Service Unavailable\","
          + "\"detail\":\"This cannot be answered at the moment. Try again shortly.\"}";
  private static final long RETRY_AFTER_SECONDS = 5;

  /** Says that it cannot be told, and for the log why. */
  public AccessUnavailableException(Throwable cause) {
    super(
        Response.status(Response.Status.SERVICE_UNAVAILABLE)
            .header("Retry-After", RETRY_AFTER_SECONDS)
            .type(TYPE)
            .entity(BODY)
            .build(),
        cause);
  }
}
