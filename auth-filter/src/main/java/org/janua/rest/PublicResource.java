package org.janua.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.janua.access.Identity;
import org.janua.audit.Audit;
import org.janua.request.Problem;
import org.janua.request.Verdict;

/** What anybody may ask: who am I, how may I sign in, does it work. */
public final class PublicResource {

  private final Exchange exchange;

  PublicResource(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Who the caller is; never refused. */
  @GET
  @Path("session")
  public Response session() {
    return exchange
        .verdict()
        .fold(
            admitted -> JsonText.ok(signedIn(admitted)),
            () -> JsonText.ok(signedOut(guests())),
            rejected -> JsonText.ok(signedOut(false)),
            barred -> JsonText.ok(signedOut(false)),
            () -> ProblemResponse.of(Problem.UNAVAILABLE));
  }

  /** How one may sign in. */
  @GET
  @Path("providers")
  public Response providers() {
    boolean own = exchange.janua().settings().signIn().own();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("credentials", own);
    answer.put("ldap", false);
    answer.put("guest", guests());
    answer.put("oidc", List.of());
    answer.put("first_time_login", own && exchange.janua().isFirstTimeLogin());
    answer.put("password_reset", exchange.janua().forgottenPassword().isPresent());
    return JsonText.ok(answer);
  }

  /** Whether it works; what exactly does not is for administrators. */
  @GET
  @Path("health")
  public Response health() {
    boolean up = exchange.janua().isHealthy();
    boolean trusted = exchange.verdict().caller().filter(Identity::isAdmin).isPresent();
    String status = up ? "up" : "down";
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("status", status);
    answer.put("checks", trusted ? List.of(database(status), audit()) : List.of());
    return JsonText.answer(up ? 200 : 503, answer).build();
  }

  private static Map<String, Object> database(String status) {
    return Map.of("name", "database", "status", status);
  }

  /** Entries that wait are normal for a second; entries that were dropped are lost. */
  private Map<String, Object> audit() {
    Audit audit = exchange.janua().audit();
    Map<String, Object> check = new LinkedHashMap<>();
    check.put("name", "audit");
    check.put("status", audit.dropped() == 0 ? "up" : "down");
    check.put("waiting", audit.waiting());
    check.put("dropped", audit.dropped());
    return check;
  }

  private static Map<String, Object> signedIn(Verdict.Admitted admitted) {
    Identity caller = admitted.identity();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("authenticated", true);
    answer.put("guest", false);
    answer.put("username", caller.name());
    answer.put("role", caller.role());
    admitted.expiresAt().ifPresent(at -> answer.put("expires_at", at));
    return answer;
  }

  private boolean guests() {
    return exchange.janua().settings().signIn().guests();
  }

  private static Map<String, Object> signedOut(boolean guest) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("authenticated", false);
    answer.put("guest", guest);
    return answer;
  }
}
