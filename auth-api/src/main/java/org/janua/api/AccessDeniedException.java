package org.janua.api;

import jakarta.ejb.ApplicationException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Response;

/**
 * The caller may not do this. Let it pass: it becomes 403 wherever it is thrown, and 401 when
 * nobody signed in. Jakarta REST answers it by itself, Janua's filter where it leaves a servlet; an
 * EJB does not wrap it. A transaction it passes through is rolled back.
 */
@ApplicationException(rollback = true)
public class AccessDeniedException extends ForbiddenException {

  private static final long serialVersionUID = 1L;

  // RFC 9457; as text, so that no provider of the application has a say in it
  private static final String TYPE = "application/problem+json";
  private static final String BODY =
      "{\"status\":403,\"title\":\"Forbidden\",\"detail\":\"You may not do this.\"}";

  /** Says no, and not why: whoever is refused learns nothing. */
  public AccessDeniedException() {
    super(Response.status(Response.Status.FORBIDDEN).type(TYPE).entity(BODY).build());
  }
}
