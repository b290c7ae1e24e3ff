package org.janua.rest;

import java.util.List;
import org.janua.request.Problem;
import org.janua.request.Problem.FieldError;

/** Ends a resource method in the middle of reading a request; {@link ProblemMapper} answers it. */
final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }

  static ProblemException field(String field, String message) {
    return new ProblemException(Problem.invalid(List.of(new FieldError(field, message))));
  }

  static ProblemException malformed(String detail) {
    return new ProblemException(Problem.of(400, "Bad Request", detail));
  }
}
