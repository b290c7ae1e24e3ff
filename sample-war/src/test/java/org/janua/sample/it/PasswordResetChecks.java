package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Links for new passwords where no mails are sent, and what is answered to anybody. */
abstract class PasswordResetChecks {

  private static final String ASK = "/auth/api/password-reset";
  private static final String NEW = "{\"password\": \"another horse entirely\"}";

  @Test
  @Tag("EN-04")
  void asking_for_a_link_is_answered_the_same_for_every_address(Site site) {
    List<Answer> answers =
        Stream.of("nobody@example.org", "not an address", "x@y\\u0000", "@")
            .map(email -> site.send(Call.post(ASK).json("{\"email\": \"" + email + "\"}")))
            .toList();
    assertThat(answers).extracting(Answer::status).containsOnly(202);
    assertThat(answers).extracting(Answer::body).containsOnly("");
  }

  @Test
  void what_is_not_asked_for_properly_is_refused(Site site) {
    for (String body :
        List.of(
            "{}", "{\"email\": 1}", "{\"email\": \"\"}", "{\"email\": \"a\", \"x\": 1}", "[]")) {
      assertThat(site.send(Call.post(ASK).json(body)).status()).as(body).isEqualTo(400);
    }
    assertThat(site.send(Call.post(ASK).form("email", "a@b.example")).status()).isEqualTo(415);
    assertThat(site.send(Call.get(ASK)).status()).isEqualTo(405);
    assertThat(site.send(Call.post(ASK + "/x").json("{}")).status()).isEqualTo(400);
  }

  @Test
  @Tag("BR-02")
  void a_foreign_page_cannot_ask_and_a_dead_cookie_does_not_keep_anybody_from_it(Site site) {
    Call ask = Call.post(ASK).json("{\"email\": \"a@b.example\"}");
    assertThat(site.send(ask.header("Origin", "https://evil.example")).status()).isEqualTo(403);
    assertThat(site.send(ask.cookie("dead")).status()).isEqualTo(202);
  }

  @Test
  @Tag("PW-11")
  void what_is_no_link_is_refused_in_the_same_words(Site site) {
    List<Answer> answers =
        Stream.of("x", "A".repeat(43), "a-b", "%C3%A4", "a.b")
            .map(token -> site.send(Call.post(ASK + "/" + token).json(NEW)))
            .toList();
    assertThat(answers).extracting(Answer::status).containsOnly(400);
    assertThat(answers).extracting(Answer::body).hasSize(5).containsOnly(answers.get(0).body());
    assertThat(answers.get(0).json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("token");
  }

  @Test
  @Tag("AZ-13")
  void an_administrator_hands_out_a_link_that_works_once(Site site) {
    Person person = site.newPerson("viewer");
    Answer made = site.send(link(person.name()).bearer(site.admin().token()));
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    assertThat(made.json().getString("expires_at")).isNotEmpty();
    String link = made.json().getString("link");
    assertThat(link).startsWith(site.address() + "/auth/login#reset=");

    Call use = Call.post(ASK + "/" + link.replaceFirst(".*#reset=", "")).json(NEW);
    assertThat(site.send(use).status()).isEqualTo(204);
    assertThat(site.send(use).status()).isEqualTo(400);
    assertThat(site.send(Call.get("/api/me").cookie(person.token())).status()).isEqualTo(401);
    assertThat(site.tryToSignIn(person.name(), "another horse entirely").status()).isEqualTo(200);
  }

  @Test
  void a_link_is_for_others_and_from_administrators_only(Site site) {
    Person person = site.newPerson("viewer");
    Person admin = site.admin();
    assertThat(site.send(link(person.name())).status()).isEqualTo(401);
    assertThat(site.send(link(person.name()).bearer(person.token())).status()).isEqualTo(403);
    assertThat(site.send(link("nobody").bearer(admin.token())).status()).isEqualTo(404);
    assertThat(site.send(link(admin.name()).bearer(admin.token())).status()).isEqualTo(403);
  }

  private static Call link(String name) {
    return Call.post("/auth/api/users/" + name + "/password-reset");
  }
}
