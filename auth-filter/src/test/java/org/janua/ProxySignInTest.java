package org.janua;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.janua.access.Actor;
import org.janua.access.Group;
import org.janua.access.Identity;
import org.janua.account.UserChange;
import org.janua.config.ProxySecret;
import org.janua.config.ProxySignIn;
import org.janua.config.SignInWays;
import org.janua.jpa.UserRow;
import org.janua.memory.Recent;
import org.janua.request.AnyRequest;
import org.janua.request.Verdict;
import org.janua.session.Opened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sign-in by a proxy, on the real composition and a real database. */
class ProxySignInTest {

  private static final String SECRET = "a-secret-that-only-the-proxy-knows";

  private Stage stage = new Stage(ways(true));

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void whom_a_proxy_names_is_admitted_without_account_and_session() {
    Identity caller = verdict("Bob Smith", "admin").caller().orElseThrow();

    assertThat(caller.name()).isEqualTo("Bob Smith");
    assertThat(caller.isAdmin()).isTrue();
    assertThat(caller.accountId()).isEmpty();
    assertThat(caller.sessionId()).isEmpty();
    assertThat(verdict("carol", "users").caller().orElseThrow().roles()).containsExactly("viewer");
  }

  @Test
  void whom_a_proxy_names_has_what_everyone_has_and_nothing_of_an_account_of_that_name() {
    stage.addUser("alice", "viewer");
    stage.janua.groups().create(Actor.SYSTEM, "Ops", Optional.empty());
    stage.janua.groups().setPermissions(Actor.SYSTEM, "Ops", Set.of("board-create"));
    stage.janua.memberships().add(Actor.SYSTEM, "Ops", "alice");
    assertThat(verdict("alice", "users").caller().orElseThrow().permissions()).isEmpty();

    stage.janua.groups().setPermissions(Actor.SYSTEM, "everyone", Set.of("board-modify"));

    Identity alice = verdict("alice", "users").caller().orElseThrow();
    assertThat(alice.groups()).containsExactly(Group.EVERYONE);
    assertThat(alice.permissions()).containsExactlyInAnyOrder("board-modify", "board-view");
    assertThat(alice.roles()).contains("viewer", "board-view");
    assertThat(alice.owner()).contains("proxy:alice");
    long before = stage.meter.statements();
    verdict("alice", "users");
    assertThat(stage.meter.statements()).isEqualTo(before);
  }

  @Test
  void where_no_account_administers_a_change_takes_no_administrator_away() {
    stage.close();
    stage = new Stage(ways(false));
    stage.addUser("alice", "viewer");

    RolesTest.done(stage.janua.accounts().change(Actor.SYSTEM, "alice", status(false)));
  }

  @Test
  @Tag("TH-08")
  void the_session_of_a_cookie_beside_it_is_neither_used_nor_prolonged() {
    stage.addUser("alice", "admin");
    Opened session = stage.signIn("alice");
    stage.clock.goOn(Duration.ofMinutes(23 * 60 + 45));
    AnyRequest request = proxied("bob", "users").with("Cookie", "auth_token=" + session.reveal());

    Verdict verdict = stage.janua.authenticator().authenticate(request);

    assertThat(verdict.caller().orElseThrow().name()).isEqualTo("bob");
    assertThat(((Verdict.Admitted) verdict).refreshed()).isEmpty();
    assertThat(stage.janua.authenticator().inCookie(request)).contains(session.identity());
    Verdict alone = stage.withCookie(session);
    assertThat(((Verdict.Admitted) alone).refreshed()).as("it was due").isPresent();
  }

  @Test
  @Tag("TH-06")
  void an_account_of_that_name_that_is_switched_off_is_refused_in_any_case() throws SQLException {
    stage.addUser("alice", "viewer");
    assertThat(verdict("alice", "admin")).isInstanceOf(Verdict.Admitted.class);

    stage.deactivateElsewhere("alice");
    stage.clock.goOn(Recent.FRESH);

    assertThat(verdict("ALICE", "admin")).isInstanceOf(Verdict.Rejected.class);
    assertThat(verdict("alice", "admin")).isInstanceOf(Verdict.Rejected.class);
    assertThat(verdict("alice2", "admin")).isInstanceOf(Verdict.Admitted.class);
  }

  @Test
  void an_account_that_is_switched_off_here_is_refused_from_the_next_request() {
    stage.addUser("alice", "viewer");
    assertThat(verdict("alice", "admin")).isInstanceOf(Verdict.Admitted.class);

    stage.janua.accounts().change(Actor.SYSTEM, "alice", status(false));
    assertThat(verdict("alice", "admin")).isInstanceOf(Verdict.Rejected.class);

    stage.janua.accounts().change(Actor.SYSTEM, "alice", status(true));
    assertThat(verdict("alice", "admin")).isInstanceOf(Verdict.Admitted.class);
  }

  @Test
  void a_role_of_the_applications_own_gives_what_it_lists() {
    stage.close();
    stage = new Stage(ways(true), Stage.role("operator", "garage"));

    Identity caller = verdict("bob", "Operator,viewer").caller().orElseThrow();

    assertThat(caller.role()).isEqualTo("operator");
    assertThat(caller.roles()).containsExactly("operator");
    assertThat(caller.reach()).isNotEqualTo(verdict("bob", "").caller().orElseThrow().reach());
  }

  @Test
  void the_steady_state_asks_no_database() {
    verdict("bob", "users");
    long before = stage.meter.statements();

    for (int i = 0; i < 1_000; i++) {
      verdict("bob", "users");
    }

    assertThat(stage.meter.statements() - before)
        .as("but for what is swept meanwhile")
        .isLessThan(10);
  }

  @Test
  void strict_knows_who_it_is_and_lets_nobody_in_without_a_role() {
    stage.close();
    stage = new Stage(ways(true, true));

    assertThat(verdict("bob", "users")).isInstanceOf(Verdict.Barred.class);
    assertThat(verdict("bob", "viewer")).isInstanceOf(Verdict.Admitted.class);
  }

  @Test
  void where_only_a_proxy_signs_in_no_administrator_is_made() {
    stage.close();
    stage = new Stage(ways(false));

    List<UserRow> users = stage.janua.accounts().page("", "", 10);

    assertThat(users).isEmpty();
  }

  private static UserChange status(boolean active) {
    return new UserChange(
        Optional.empty(), Optional.of(active), UnaryOperator.identity(), UnaryOperator.identity());
  }

  private Verdict verdict(String name, String groups) {
    return stage.janua.authenticator().authenticate(proxied(name, groups));
  }

  private static AnyRequest proxied(String name, String groups) {
    return AnyRequest.get("/api/me")
        .viaTrustedProxy()
        .with("X-Proxy-Secret", SECRET)
        .with("X-Forwarded-User", name)
        .with("X-Forwarded-Groups", groups);
  }

  private static SignInWays ways(boolean own) {
    return ways(own, false);
  }

  private static SignInWays ways(boolean own, boolean strict) {
    ProxySignIn proxy =
        new ProxySignIn(
            ProxySecret.of(SECRET),
            "x-forwarded-user",
            Optional.of("x-forwarded-groups"),
            Map.of(),
            ",",
            "viewer",
            strict,
            Optional.empty());
    return new SignInWays(own, false, Optional.of(proxy), Optional.empty());
  }
}
