package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a person is signed in, and ending that. */
abstract class SessionChecks {

  @Test
  void a_person_sees_the_own_sessions_and_which_one_this_is(Site site) {
    Person here = site.newPerson("viewer");
    site.signIn(here.name(), Site.PASSWORD);
    JsonArray sessions = sessions(site, here);
    assertThat(sessions).hasSize(2);
    assertThat(sessions.stream().filter(one -> one.asJsonObject().getBoolean("current")))
        .hasSize(1);
    JsonObject one = sessions.getJsonObject(0);
    assertThat(one.keySet())
        .contains(
            "id",
            "created_at",
            "last_used_at",
            "expires_at",
            "ip",
            "device",
            "user_agent",
            "provider",
            "current");
    assertThat(one.getString("ip")).isEqualTo("127.0.0.1");
    assertThat(one.getString("device")).isEqualTo("a Java program");
    assertThat(one.toString()).doesNotContain(here.token());
  }

  @Test
  void ending_one_session_leaves_the_others(Site site) {
    Person here = site.newPerson("viewer");
    Person there = site.signIn(here.name(), Site.PASSWORD);
    String id =
        sessions(site, there).stream()
            .map(one -> one.asJsonObject())
            .filter(one -> one.getBoolean("current"))
            .findFirst()
            .orElseThrow()
            .getString("id");
    Call end = Call.delete("/auth/api/sessions/" + id).cookie(here.token());
    assertThat(site.send(end).status()).isEqualTo(204);
    assertThat(site.send(Call.get("/api/me").cookie(there.token())).status()).isEqualTo(401);
    assertThat(site.send(Call.get("/api/me").cookie(here.token())).status()).isEqualTo(200);
    assertThat(site.send(end).status()).isEqualTo(404);
  }

  @Test
  void ending_all_others_keeps_this_one(Site site) {
    Person here = site.newPerson("viewer");
    Person there = site.signIn(here.name(), Site.PASSWORD);
    assertThat(site.send(Call.delete("/auth/api/sessions").cookie(here.token())).status())
        .isEqualTo(204);
    assertThat(site.send(Call.get("/api/me").cookie(there.token())).status()).isEqualTo(401);
    assertThat(site.send(Call.get("/api/me").cookie(here.token())).status()).isEqualTo(200);
  }

  @Test
  @Tag("SE-12")
  void the_session_of_somebody_else_does_not_exist(Site site) {
    Person victim = site.newPerson("viewer");
    Person other = site.newPerson("viewer");
    String id = sessions(site, victim).getJsonObject(0).getString("id");
    Call end = Call.delete("/auth/api/sessions/" + id).cookie(other.token());
    assertThat(site.send(end).status()).isEqualTo(404);
    assertThat(site.send(Call.get("/api/me").cookie(victim.token())).status()).isEqualTo(200);
  }

  @Test
  @Tag("SE-01")
  void a_browser_that_signs_in_again_has_one_session(Site site) {
    Person before = site.newPerson("viewer");
    Call again =
        Call.post("/auth/api/login")
            .cookie(before.token())
            .form("username", before.name(), "password", Site.PASSWORD);
    String token = site.send(again).cookie(Call.COOKIE).orElseThrow().value();
    assertThat(sessions(site, new Person(before.name(), token))).hasSize(1);
    assertThat(site.send(Call.get("/api/me").bearer(before.token())).status()).isEqualTo(401);
  }

  @Test
  @Tag("SE-12")
  void an_administrator_sees_and_ends_the_sessions_of_others(Site site) {
    Person here = site.newPerson("viewer");
    Person there = site.signIn(here.name(), Site.PASSWORD);
    String path = "/auth/api/users/" + here.name() + "/sessions";
    JsonArray listed =
        site.send(Call.get(path).bearer(site.admin().token())).json().getJsonArray("items");
    assertThat(listed).hasSize(2);
    assertThat(listed.toString()).contains("\"current\":false").doesNotContain(here.token());
    String id = listed.getJsonObject(1).getString("id");
    Call one = Call.delete(path + "/" + id).bearer(site.admin().token());
    assertThat(site.send(one).status()).isEqualTo(204);
    assertThat(site.send(one).status()).isEqualTo(404);
    assertThat(site.send(Call.get("/api/me").cookie(here.token())).status()).isEqualTo(401);
    assertThat(site.send(Call.get("/api/me").cookie(there.token())).status()).isEqualTo(200);
    assertThat(site.send(Call.delete(path).bearer(site.admin().token())).status()).isEqualTo(204);
    assertThat(site.send(Call.get("/api/me").cookie(there.token())).status()).isEqualTo(401);
  }

  @Test
  void the_sessions_of_others_are_for_administrators_and_of_users_there_are(Site site) {
    Person person = site.newPerson("viewer");
    String path = "/auth/api/users/" + person.name() + "/sessions";
    for (String method : new String[] {"GET", "DELETE"}) {
      assertThat(site.send(Call.of(method, path).cookie(person.token())).status()).isEqualTo(403);
      Call nobody = Call.of(method, "/auth/api/users/nobody/sessions");
      assertThat(site.send(nobody.bearer(site.admin().token())).status()).isEqualTo(404);
    }
    assertThat(site.send(Call.get("/api/me").cookie(person.token())).status()).isEqualTo(200);
  }

  @Test
  void a_person_sees_and_changes_the_own_profile(Site site) {
    Person person = site.newPerson("viewer");
    Answer changed =
        site.send(
            Call.patch("/auth/api/profile")
                .cookie(person.token())
                .json("{\"display_name\":\"Zoë\",\"email\":\"zoe@example.org\"}"));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    JsonObject profile = site.send(Call.get("/auth/api/profile").cookie(person.token())).json();
    assertThat(profile.getString("username")).isEqualTo(person.name());
    assertThat(profile.getString("display_name")).isEqualTo("Zoë");
    assertThat(profile.getString("email")).isEqualTo("zoe@example.org");
    assertThat(profile.getString("role")).isEqualTo("viewer");
  }

  @Test
  void a_person_cannot_raise_the_own_role(Site site) {
    Person person = site.newPerson("viewer");
    Call raise =
        Call.patch("/auth/api/profile").cookie(person.token()).json("{\"role\":\"admin\"}");
    assertThat(site.send(raise).status()).isEqualTo(400);
    Call direct =
        Call.put("/auth/api/users/" + person.name() + "/role")
            .cookie(person.token())
            .json("{\"role\":\"admin\"}");
    assertThat(site.send(direct).status()).isEqualTo(403);
  }

  private static JsonArray sessions(Site site, Person person) {
    Answer answer = site.send(Call.get("/auth/api/sessions").cookie(person.token()));
    assertThat(answer.status()).isEqualTo(200);
    return answer.json().getJsonArray("items");
  }
}
