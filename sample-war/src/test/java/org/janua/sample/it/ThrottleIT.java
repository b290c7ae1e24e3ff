package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.janua.sample.it.server.ServerKind;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Limits on guessing, over HTTP and across a restart of the server. */
@ClassTemplate
@ExtendWith(EveryKind.class)
final class ThrottleIT {

  private static final String WRONG = "not the password";
  private static final String LOGIN = "/auth/api/login";

  @Test
  @Tag("RL-01")
  @Tag("RL-09")
  @Tag("RL-12")
  void an_address_that_failed_too_often_is_refused_everywhere_and_after_a_restart(ServerKind kind) {
    Deployment deployment =
        new Deployment(kind, Carrier.CONTAINER).with("AUTH_FAILED_LOGIN_RATE_LIMIT", "3 per hour");
    try (Site site = deployment.start()) {
      Person person = site.newPerson("viewer");
      assertThat(site.tryToSignIn("nobody", WRONG).status()).isEqualTo(401);
      assertThat(site.tryToSignIn(person.name(), WRONG).status()).isEqualTo(401);
      assertThat(change(site, person, WRONG).status()).isEqualTo(403);

      assertLimited(site.tryToSignIn(person.name(), Site.PASSWORD));
      assertLimited(byForm(site, person.name()));
      assertLimited(
          site.send(
              Call.post("/auth/api/signin")
                  .form("user", person.name(), "password", Site.PASSWORD)));
      assertLimited(change(site, person, Site.PASSWORD));
      assertThat(site.send(Call.get("/api/me").cookie(person.token())).status())
          .as("a live session goes on")
          .isEqualTo(200);

      site.server().stop();
      site.server().startUntilAnswered(Deployment.READY);
      assertLimited(site.tryToSignIn(person.name(), Site.PASSWORD));
    }
  }

  @Test
  @Tag("EN-01")
  @Tag("RL-05")
  void a_locked_account_answers_like_a_wrong_password_until_an_administrator_ends_the_lock(
      ServerKind kind) {
    Deployment deployment =
        new Deployment(kind, Carrier.CONTAINER).with("AUTH_LOCKOUT_FAILURES", "2");
    try (Site site = deployment.start()) {
      Person person = site.newPerson("viewer");
      Answer wrong = site.tryToSignIn(person.name(), WRONG);
      site.tryToSignIn(person.name().toUpperCase(java.util.Locale.ROOT), WRONG);

      Answer locked = site.tryToSignIn(person.name(), Site.PASSWORD);

      assertThat(locked.status()).isEqualTo(401);
      assertThat(locked.body()).isEqualTo(wrong.body());
      assertThat(locked.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
      assertThat(site.send(Call.get("/api/me").cookie(person.token())).status()).isEqualTo(200);

      assertThat(unlock(site, person, person.name()).status()).isEqualTo(403);
      assertThat(unlock(site, site.admin(), "nobody-of-this-name").status()).isEqualTo(404);
      assertThat(site.tryToSignIn(person.name(), Site.PASSWORD).status()).isEqualTo(401);
      assertThat(unlock(site, site.admin(), person.name()).status()).isEqualTo(204);
      assertThat(site.tryToSignIn(person.name(), Site.PASSWORD).status()).isEqualTo(200);
    }
  }

  private static void assertLimited(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(429);
    assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    assertThat(answer.json().getString("detail")).contains("3 failed sign-ins in an hour");
    assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow()))
        .isBetween(3_000, 3_600);
    assertThat(answer.cookie(Call.COOKIE)).isEmpty();
  }

  private static Answer byForm(Site site, String name) {
    return site.send(Call.post(LOGIN).form("username", name, "password", Site.PASSWORD));
  }

  private static Answer unlock(Site site, Person actor, String name) {
    return site.send(Call.post("/auth/api/users/" + name + "/unlock").cookie(actor.token()));
  }

  private static Answer change(Site site, Person person, String oldPassword) {
    String body =
        Json.createObjectBuilder()
            .add("password", "another horse entirely")
            .add("old_password", oldPassword)
            .build()
            .toString();
    return site.send(
        Call.put("/auth/api/users/" + person.name() + "/password")
            .cookie(person.token())
            .json(body));
  }
}
