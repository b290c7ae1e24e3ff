package org.janua.rest;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.janua.account.Refusal;
import org.janua.request.Problem;
import org.janua.request.Problem.FieldError;

/** A problem as the answer of a resource. */
final class ProblemResponse {

  private ProblemResponse() {}

  static Response of(Problem problem) {
    Response.ResponseBuilder answer =
        Response.status(problem.status())
            .type(Problem.MEDIA_TYPE)
            .entity(JsonText.of(problem.members()));
    problem.headers().forEach(answer::header);
    return answer.build();
  }

  static Response of(Refusal refusal) {
    return of(
        switch (refusal.kind()) {
          case INVALID ->
              Problem.invalid(List.of(new FieldError(refusal.field(), refusal.message())));
          case FORBIDDEN -> Problem.of(403, "Forbidden", refusal.message());
          case NOT_FOUND -> Problem.of(404, "Not Found", refusal.message());
          case CONFLICT -> Problem.of(409, "Conflict", refusal.message());
          case BUSY -> Problem.BUSY;
          case LIMITED -> Problem.limited(refusal.message(), refusal.seconds());
        });
  }
}
