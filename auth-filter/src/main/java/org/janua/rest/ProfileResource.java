package org.janua.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.janua.access.Identity;
import org.janua.access.Standing;
import org.janua.account.Profile;
import org.janua.jpa.UserRow;
import org.janua.request.Problem;

/** {@code /auth/api/profile}: the caller's own account. */
public final class ProfileResource {

  /** Of each level of each type: what a page can show. Who needs all of them asks the API. */
  private static final int MOST_IDS = 200;

  private final Exchange exchange;

  ProfileResource(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Shows it. */
  @GET
  public Response get() {
    Identity caller = exchange.caller();
    return JsonText.ok(
        account()
            .map(user -> AccountJson.profile(user, caller, resources()))
            .orElseGet(
                () ->
                    AccountJson.withoutAccount(
                        caller, exchange.cameByProxy() ? "proxy" : null, resources())));
  }

  /** Changes what is shown of the person; a field that is not sent stays. */
  @PATCH
  public Response patch(InputStream body) {
    Fields fields = JsonRequest.fields(exchange, body);
    UserRow user = account().orElseThrow(() -> new ProblemException(Problem.FORBIDDEN));
    Profile wanted =
        new Profile(
            fields.change("display_name").apply(user.displayName()),
            fields.change("email").apply(user.email()),
            fields.change("avatar_url").apply(user.avatarUrl()));
    fields.finish();
    return exchange
        .janua()
        .accounts()
        .setProfile(exchange.actor(), user.id(), wanted)
        .fold(
            changed -> JsonText.ok(AccountJson.profile(changed, exchange.caller(), resources())),
            ProblemResponse::of);
  }

  private Map<String, Object> resources() {
    return ReachJson.ofPages(
        exchange.janua().things().decisions().all(Standing.of(exchange.caller()), MOST_IDS));
  }

  private Optional<UserRow> account() {
    return exchange.accountId().flatMap(exchange.janua().accounts()::byId);
  }
}
