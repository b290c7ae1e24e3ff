package org.janua.rest;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.janua.access.Rights;
import org.janua.account.Accounts;
import org.janua.account.NewUser;
import org.janua.account.PasswordChange;
import org.janua.account.Profile;
import org.janua.account.UserChange;
import org.janua.jpa.UserRow;
import org.janua.provider.credentials.Password;
import org.janua.request.Problem;
import org.janua.session.Opened;

/** {@code /auth/api/users}: the accounts, for administrators; one's own password, for everybody. */
public final class UsersResource {

  private final Exchange exchange;
  private final Accounts accounts;

  UsersResource(Exchange exchange) {
    this.exchange = exchange;
    this.accounts = exchange.janua().accounts();
  }

  /** A page of them in the order of their names. */
  @GET
  public Response list(
      @QueryParam("q") String query,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    PageRequest page = PageRequest.of(query, after, limit);
    List<UserRow> rows = accounts.page(page.query(), page.after(), page.limit() + 1);
    return JsonText.ok(
        page.answer(
            accounts.views(rows), AccountJson::user, account -> account.user().canonical()));
  }

  /** Makes one. */
  @POST
  public Response create(InputStream body) {
    Fields fields = JsonRequest.fields(exchange, body);
    NewUser user =
        new NewUser(
            fields.required("username"),
            fields.optional("password").map(Password::of),
            fields.optional("role").orElse(Rights.VIEWER),
            new Profile(
                fields.optional("display_name").orElse(null),
                fields.optional("email").orElse(null),
                null),
            new LinkedHashSet<>(fields.list("groups")));
    fields.finish();
    return accounts
        .create(exchange.actor(), user)
        .fold(made -> JsonText.answer(201, json(made)).build(), ProblemResponse::of);
  }

  /** Shows one. */
  @GET
  @Path("{name}")
  public Response get(@PathParam("name") String name) {
    return accounts
        .find(name)
        .map(user -> JsonText.ok(json(user)))
        .orElseGet(() -> ProblemResponse.of(Problem.NOT_FOUND));
  }

  /** Changes one; a field that is not sent stays. */
  @PATCH
  @Path("{name}")
  public Response patch(@PathParam("name") String name, InputStream body) {
    Fields fields = JsonRequest.fields(exchange, body);
    if (fields.has("email")
        && exchange.verdict().isByKey()) { // a way to the password is mailed there
      throw new ProblemException(Problem.NOT_BY_KEY);
    }
    UserChange change =
        new UserChange(
            fields.has("role") ? Optional.of(fields.required("role")) : Optional.empty(),
            status(fields),
            fields.change("display_name"),
            fields.change("email"),
            fields.has("permissions")
                ? Optional.of(new LinkedHashSet<>(fields.list("permissions")))
                : Optional.empty());
    fields.finish();
    return accounts
        .change(exchange.actor(), name, change)
        .fold(changed -> JsonText.ok(json(changed)), ProblemResponse::of);
  }

  private Map<String, Object> json(UserRow user) {
    return AccountJson.user(accounts.views(List.of(user)).get(0));
  }

  private static Optional<Boolean> status(Fields fields) {
    if (!fields.has("status")) {
      return Optional.empty();
    }
    String status = fields.required("status");
    if (!status.equals("active") && !status.equals("inactive")) {
      fields.error("status", "Must be active or inactive.");
    }
    return Optional.of(status.equals("active"));
  }

  /** Deletes one. */
  @DELETE
  @Path("{name}")
  public Response delete(@PathParam("name") String name) {
    return accounts
        .remove(exchange.actor(), name)
        .fold(removed -> Response.noContent().build(), ProblemResponse::of);
  }

  /** Gives one another role. */
  @PUT
  @Path("{name}/role")
  public Response setRole(@PathParam("name") String name, InputStream body) {
    Fields fields = JsonRequest.fields(exchange, body);
    String role = fields.required("role");
    fields.finish();
    return accounts
        .setRole(exchange.actor(), name, role)
        .fold(changed -> JsonText.ok(json(changed)), ProblemResponse::of);
  }

  /** Ends the lock that failed attempts have put on one. */
  @POST
  @Path("{name}/unlock")
  public Response unlock(@PathParam("name") String name) {
    return accounts
        .unlock(exchange.actor(), name)
        .fold(unlocked -> Response.noContent().build(), ProblemResponse::of);
  }

  /** Where one is signed in. */
  @Path("{name}/sessions")
  public UserSessionsResource sessions(@PathParam("name") String name) {
    return new UserSessionsResource(exchange, name);
  }

  /** A way for one to set a new password. */
  @Path("{name}/password-reset")
  public ResetLinkResource passwordReset(@PathParam("name") String name) {
    return new ResetLinkResource(exchange, name);
  }

  /** The API keys of one. */
  @Path("{name}/api-keys")
  public UserApiKeysResource apiKeys(@PathParam("name") String name) {
    return new UserApiKeysResource(exchange, name);
  }

  /** Sets a password. */
  @PUT
  @Path("{name}/password")
  public Response setPassword(@PathParam("name") String name, InputStream body) {
    Fields fields = JsonRequest.fields(exchange, body);
    PasswordChange.Request wanted =
        new PasswordChange.Request(
            name,
            Password.of(fields.required("password")),
            fields.optional("old_password").map(Password::of),
            exchange.cameByCookie());
    fields.finish();
    return exchange
        .janua()
        .passwordChange()
        .apply(exchange.caller(), wanted, exchange.client())
        .fold(this::changed, ProblemResponse::of);
  }

  /** The browser that changed its own password goes on with a new session. */
  private Response changed(Optional<Opened> session) {
    Response.ResponseBuilder answer = Response.noContent();
    session.ifPresent(open -> answer.header("Set-Cookie", exchange.cookieFor(open)));
    return answer.build();
  }
}
