package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Changing passwords. */
abstract class PasswordChecks {

  private static final String NEW = "another horse entirely";

  @Test
  @Tag("PW-08")
  void the_own_password_needs_the_old_one(Site site) {
    Person person = site.newPerson("viewer");
    assertThat(change(site, person, person.name(), NEW, null).status()).isEqualTo(400);
    assertThat(change(site, person, person.name(), NEW, "a wrong old one").status()).isEqualTo(403);
    assertThat(site.tryToSignIn(person.name(), Site.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  @Tag("PW-08")
  void changing_the_own_password_ends_every_other_session_and_token(Site site) {
    Person here = site.newPerson("viewer");
    Person there = site.signIn(here.name(), Site.PASSWORD);
    Answer changed = change(site, here, here.name(), NEW, Site.PASSWORD);
    assertThat(changed.status()).as(changed.body()).isEqualTo(204);
    assertThat(site.send(Call.get("/api/me").cookie(there.token())).status()).isEqualTo(401);
    assertThat(site.send(Call.get("/api/me").bearer(there.token())).status()).isEqualTo(401);
    assertThat(site.tryToSignIn(here.name(), Site.PASSWORD).status()).isEqualTo(401);
    assertThat(site.tryToSignIn(here.name(), NEW).status()).isEqualTo(200);
  }

  @Test
  @Tag("SE-01")
  void who_changed_the_own_password_stays_signed_in_with_a_new_token(Site site) {
    Person person = site.newPerson("viewer");
    Answer changed = change(site, person, person.name(), NEW, Site.PASSWORD);
    String token = changed.cookie(Call.COOKIE).orElseThrow().value();
    assertThat(token).isNotEqualTo(person.token());
    assertThat(site.send(Call.get("/api/me").cookie(token)).status()).isEqualTo(200);
    assertThat(site.send(Call.get("/api/me").cookie(person.token())).status()).isEqualTo(401);
  }

  @Test
  void an_administrator_sets_a_password_without_the_old_one_and_ends_the_sessions(Site site) {
    Person person = site.newPerson("viewer");
    assertThat(change(site, site.admin(), person.name(), NEW, null).status()).isEqualTo(204);
    assertThat(site.send(Call.get("/api/me").bearer(person.token())).status()).isEqualTo(401);
    assertThat(site.tryToSignIn(person.name(), NEW).status()).isEqualTo(200);
  }

  @Test
  void somebody_else_cannot(Site site) {
    Person person = site.newPerson("viewer");
    Person other = site.newPerson("viewer");
    assertThat(change(site, other, person.name(), NEW, Site.PASSWORD).status()).isEqualTo(403);
    assertThat(change(site, other, "nobody", NEW, Site.PASSWORD).status()).isEqualTo(403);
  }

  @Test
  void the_broken_rule_is_named(Site site) {
    Person person = site.newPerson("viewer");
    for (String bad :
        new String[] {
          "elevenchars", "x".repeat(257), "password1234", "qwertyuiop12", person.name() + "-12345"
        }) {
      Answer answer = change(site, person, person.name(), bad, Site.PASSWORD);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("field"))
          .isEqualTo("password");
    }
  }

  @Test
  @Tag("PW-05")
  void a_new_account_cannot_have_a_common_password_and_the_answer_does_not_show_it(Site site) {
    Answer answer =
        site.send(
            Call.post("/auth/api/users")
                .bearer(site.admin().token())
                .json("{\"username\": \"common\", \"password\": \"Password1234\"}"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("password");
    assertThat(answer.body()).doesNotContain("Password1234");
  }

  @Test
  @Tag("PW-02")
  void a_long_password_in_any_script_works(Site site) {
    Person person = site.newPerson("viewer");
    String passphrase = "пароль 密码 🔑 ".repeat(12);
    assertThat(change(site, person, person.name(), passphrase, Site.PASSWORD).status())
        .isEqualTo(204);
    assertThat(site.tryToSignIn(person.name(), passphrase).status()).isEqualTo(200);
  }

  private static Answer change(
      Site site, Person actor, String whose, String password, String oldPassword) {
    var body = Json.createObjectBuilder().add("password", password);
    if (oldPassword != null) {
      body.add("old_password", oldPassword);
    }
    return site.send(
        Call.put("/auth/api/users/" + whose + "/password")
            .cookie(actor.token())
            .json(body.build().toString()));
  }
}
