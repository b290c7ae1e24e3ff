package org.janua.rest;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.janua.provider.credentials.Password;

/** {@code /auth/api/password-reset}: a new password for somebody who has forgotten theirs. */
public final class PasswordResetResource {

  private final Exchange exchange;

  PasswordResetResource(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Asks for a link by mail. The answer is the same for every address, and without mails too. */
  @POST
  public Response ask(InputStream body) {
    Fields fields = JsonRequest.fields(exchange, body);
    String email = fields.required("email");
    fields.finish();
    exchange.janua().forgottenPassword().ifPresent(mails -> mails.ask(email, exchange.client()));
    return Response.accepted().build();
  }

  /** Sets the password by what stands in the link. */
  @POST
  @Path("{token}")
  public Response apply(@PathParam("token") String token, InputStream body) {
    Fields fields = JsonRequest.fields(exchange, body);
    Password password = Password.of(fields.required("password"));
    fields.finish();
    return exchange
        .janua()
        .passwordReset()
        .apply(token, password, exchange.client())
        .fold(user -> Response.noContent().build(), ProblemResponse::of);
  }
}
