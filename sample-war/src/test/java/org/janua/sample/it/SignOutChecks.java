package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing out. */
abstract class SignOutChecks {

  @ParameterizedTest
  @Tag("SE-02")
  @ValueSource(strings = {"/auth/api/logout", "/auth/api/signout"})
  void signing_out_ends_the_cookie_and_the_bearer_token_at_once(String path, Site site) {
    Person person = site.newPerson("viewer");
    Answer answer = site.send(Call.post(path).cookie(person.token()));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().getString("redirect")).isEqualTo("/auth/login");
    assertThat(site.send(Call.get("/api/me").cookie(person.token())).status()).isEqualTo(401);
    assertThat(site.send(Call.get("/api/me").bearer(person.token())).status()).isEqualTo(401);
  }

  @Test
  @Tag("SE-09")
  void the_cookie_is_deleted_with_the_attributes_it_was_set_with(Site site) {
    Answer in = site.tryToSignIn(site.newAccount("viewer"), Site.PASSWORD);
    var given = in.cookie(Call.COOKIE).orElseThrow();
    var taken =
        site.send(Call.post("/auth/api/logout").cookie(given.value()))
            .cookie(Call.COOKIE)
            .orElseThrow();
    assertThat(taken.value()).isEmpty();
    assertThat(taken.attributes()).contains("max-age=0");
    assertThat(taken.reach()).isEqualTo(given.reach());
  }

  @Test
  void signing_out_is_fine_when_nobody_is_signed_in(Site site) {
    assertThat(site.send(Call.post("/auth/api/logout")).status()).isEqualTo(200);
    assertThat(site.send(Call.post("/auth/api/logout").cookie("dead.dead.dead")).status())
        .isEqualTo(200);
  }

  @Test
  void a_link_on_an_own_page_signs_out(Site site) {
    Person person = site.newPerson("viewer");
    Call link =
        Call.get("/auth/api/logout")
            .cookie(person.token())
            .header("Sec-Fetch-Site", "same-origin")
            .header("Sec-Fetch-Mode", "navigate");
    Answer answer = site.send(link);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location").orElse("")).endsWith("/auth/login");
    assertThat(site.send(Call.get("/api/me").cookie(person.token())).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @Tag("SE-03")
  @ValueSource(strings = {"cross-site", "same-site"})
  void a_link_or_picture_on_a_foreign_page_does_not_sign_out(String from, Site site) {
    Person person = site.newPerson("viewer");
    for (String mode : new String[] {"navigate", "no-cors"}) {
      Call link =
          Call.get("/auth/api/logout")
              .cookie(person.token())
              .header("Sec-Fetch-Site", from)
              .header("Sec-Fetch-Mode", mode);
      assertThat(site.send(link).status()).isEqualTo(403);
    }
    assertThat(site.send(Call.get("/api/me").cookie(person.token())).status()).isEqualTo(200);
  }
}
