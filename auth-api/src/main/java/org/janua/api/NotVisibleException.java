package org.janua.api;

import jakarta.ejb.ApplicationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;

/**
 * There is no such thing, or the caller may not know of it: nobody can tell the two apart. Let it
 * pass: it becomes 404 wherever it is thrown, by Jakarta REST itself or by Janua's filter where it
 * leaves a servlet; an EJB does not wrap it. A transaction it passes through is rolled back.
 */
@ApplicationException(rollback = true)
public class NotVisibleException extends NotFoundException {

  private static final long serialVersionUID = 1L;

  // RFC 9457; as text, so that no provider of the application has a say in it
  private static final String TYPE = "application/problem+json";
  private static final String BODY =
      "{\"status\":404,\"title\":\"Not Found\",\"detail\":\"There is nothing here.\"}";

  /** Says no more than that. */
  public NotVisibleException() {
    super(Response.status(Response.Status.NOT_FOUND).type(TYPE).entity(BODY).build());
  }
}
