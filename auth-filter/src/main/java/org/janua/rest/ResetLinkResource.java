package org.janua.rest;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.janua.account.ResetLink;

/** {@code /auth/api/users/{username}/password-reset}: a link for an administrator to hand over. */
public final class ResetLinkResource {

  private final Exchange exchange;
  private final String username;

  ResetLinkResource(Exchange exchange, String username) {
    this.exchange = exchange;
    this.username = username;
  }

  /** Makes one. The administrator sees it at once, so it may lead to where this request came. */
  @POST
  public Response make() {
    String root =
        exchange.janua().settings().ingress().baseUrl().map(URI::toString).orElse(exchange.root());
    return exchange
        .janua()
        .passwordReset()
        .linkFor(exchange.actor(), username, root)
        .fold(ResetLinkResource::answer, ProblemResponse::of);
  }

  private static Response answer(ResetLink made) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("link", made.reveal());
    answer.put("expires_at", made.expiresAt());
    return JsonText.ok(answer);
  }
}
