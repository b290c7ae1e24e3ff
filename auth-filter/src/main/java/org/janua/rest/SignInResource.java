package org.janua.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.janua.provider.credentials.Password;
import org.janua.request.Problem;
import org.janua.session.Opened;
import org.janua.signin.SignIn;

/** {@code POST /auth/api/login}: name and password for a session. */
public final class SignInResource {

  private static final Problem REFUSED =
      Problem.of(
              401,
              "Unauthorized",
              "The name or the password is not right, or there were too many attempts.")
          .with("WWW-Authenticate", "Bearer realm=\"janua\"");

  private final Exchange exchange;
  private final HttpServletRequest request;

  SignInResource(Exchange exchange, HttpServletRequest request) {
    this.exchange = exchange;
    this.request = request;
  }

  /** Signs in. */
  @POST
  public Response signIn(InputStream body) {
    Fields fields = fields(body);
    SignIn.Attempt attempt =
        new SignIn.Attempt(
            fields.required(fields.has("user") ? "user" : "username"),
            Password.of(fields.required("password")),
            fields.flag("remember"));
    if (fields.optional("provider").filter(name -> !name.equals("credentials")).isPresent()) {
      fields.error("provider", "Is not one that signs in by password here.");
    }
    fields.finish();
    return exchange
        .janua()
        .signIn()
        .attempt(attempt, exchange.client())
        .fold(
            this::signedIn,
            this::refused,
            pause -> ProblemResponse.of(Problem.limited(pause.reason(), pause.seconds())),
            () -> ProblemResponse.of(Problem.BUSY));
  }

  private Response signedIn(Opened session) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("username", session.identity().name());
    answer.put("role", session.identity().role());
    answer.put("expires_at", session.expiresAt());
    exchange.replaceSessionOfBrowser(); // the cookie it came with is replaced
    return JsonText.answer(200, answer).header("Set-Cookie", exchange.cookieFor(session)).build();
  }

  /** A dead cookie that came along is taken back; a good one stays. */
  private Response refused() {
    Response answer = ProblemResponse.of(REFUSED);
    return exchange.cameWithDeadCookie()
        ? Response.fromResponse(answer).header("Set-Cookie", exchange.noCookie()).build()
        : answer;
  }

  private Fields fields(InputStream body) {
    if (RequestBody.isForm(request)) {
      return FormFields.of(request, RequestBody.text(body));
    }
    return JsonRequest.fields(exchange, body);
  }
}
