package org.janua.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error answer (RFC 9457).
 *
 * @param status the HTTP status
 * @param title the status in words
 * @param detail one sentence for a person; never says more to a stranger than it must
 * @param errors the fields at fault
 * @param headers what the status asks for besides
 */
public record Problem(
    int status, String title, String detail, List<FieldError> errors, Map<String, String> headers) {

  /** The media type of such an answer. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** Nobody is signed in, or the credential is not good; the same words for every reason. */
  public static final Problem UNAUTHORIZED = of(401, "Unauthorized", "Sign in to go on.");

  /** Signed in, but not for this. */
  public static final Problem FORBIDDEN = of(403, "Forbidden", "You may not do this.");

  /** There is nothing here. */
  public static final Problem NOT_FOUND = of(404, "Not Found", "There is nothing here.");

  /** Too many attempts at the same time. */
  public static final Problem BUSY =
      of(429, "Too Many Requests", "Too many sign-ins at the moment. Try again shortly.")
          .with("Retry-After", "2"); // seconds: by then the bulkhead has drained

  /** Something the answer needs is down. */
  public static final Problem UNAVAILABLE =
      of(503, "Service Unavailable", "Sign-in is not available at the moment. Try again shortly.")
          .with("Retry-After", "5");

  /** The caller may do it, but has to come in person. */
  public static final Problem NOT_BY_KEY = of(403, "Forbidden", "An API key may not do this.");

  static final Problem CROSS_ORIGIN =
      of(403, "Forbidden", "This request did not come from a page of this site.");
  static final Problem AMBIGUOUS_PATH =
      of(400, "Bad Request", "The path holds a sequence that is not accepted.");
  static final Problem BROKEN_QUERY = of(400, "Bad Request", "The query is not well-formed.");

  /**
   * A field that is wrong.
   *
   * @param field its name in the request
   * @param message what is wrong with it
   */
  public record FieldError(String field, String message) {

    /** Always in this order: {@code Map.of} has another one at each start. */
    private Map<String, Object> members() {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("field", field);
      members.put("message", message);
      return members;
    }
  }

  /** Copies the lists. */
  public Problem {
    errors = List.copyOf(errors);
    headers = Map.copyOf(headers);
  }

  /** A problem without field errors. */
  public static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, List.of(), Map.of());
  }

  /** An input that breaks rules. */
  public static Problem invalid(List<FieldError> errors) {
    return new Problem(400, "Bad Request", "The request is not valid.", errors, Map.of());
  }

  /** Too many failed attempts; seconds until one is looked at again. */
  public static Problem limited(String detail, long seconds) {
    return of(429, "Too Many Requests", detail).with("Retry-After", Long.toString(seconds));
  }

  static Problem methodNotAllowed(String allow) {
    return of(405, "Method Not Allowed", "This resource does not answer to this method.")
        .with("Allow", allow);
  }

  /** The same with one more header. */
  public Problem with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(status, title, detail, errors, more);
  }

  /** The members of the JSON object. */
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("status", status);
    members.put("title", title);
    members.put("detail", detail);
    if (!errors.isEmpty()) {
      members.put("errors", errors.stream().map(FieldError::members).toList());
    }
    return members;
  }
}
