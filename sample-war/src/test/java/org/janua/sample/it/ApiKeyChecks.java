package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys for programs: what each kind may do, on Janua's endpoints and the application's. */
abstract class ApiKeyChecks {

  private static final String KEYS = "/auth/api/api-keys";

  @Test
  void a_key_is_shown_once_and_acts_for_its_owner(Site site) {
    Person person = site.newPerson("viewer");
    JsonObject made = made(site, person, "{\"description\": \"backup\"}");
    String key = made.getString("key");
    assertThat(key).matches("janua_[0-9A-Za-z]{49}");
    Answer me = site.send(Call.get("/api/me").bearer(key));
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.body()).contains(person.name());
    assertThat(me.cookie(Call.COOKIE)).isEmpty();
    Answer list = site.send(Call.get(KEYS).cookie(person.token()));
    assertThat(list.body()).doesNotContain(key);
    JsonObject listed = list.json().getJsonArray("items").getJsonObject(0);
    assertThat(listed.keySet())
        .containsExactlyInAnyOrder(
            "id", "description", "permissions", "created_at", "expires_at", "last_used_at");
    assertThat(listed.getString("id")).isEqualTo(made.getString("id"));
    assertThat(listed.isNull("permissions")).isTrue();
  }

  @Test
  @Tag("AZ-08")
  void a_whole_key_of_an_administrator_passes_where_the_administrator_does(Site site) {
    Person admin = site.newPerson("admin");
    String key = made(site, admin, "{\"description\": \"all\"}").getString("key");
    assertThat(statuses(site, key)).isEqualTo(List.of(200, 200, 200, 200, 200, 200, 202));
    Call foreign =
        Call.post("/auth/api/users/" + admin.name() + "/unlock")
            .bearer(key)
            .header("Origin", "https://elsewhere.example");
    assertThat(site.send(foreign).status()).as("no browser sends it by itself").isEqualTo(204);
  }

  @Test
  @Tag("AZ-08")
  void a_limited_key_of_an_administrator_is_no_administrator(Site site) {
    String limited = "{\"description\": \"one\", \"permissions\": [\"board-create\"]}";
    JsonObject made = made(site, site.newPerson("admin"), limited);
    String key = made.getString("key");
    assertThat(made.getJsonArray("permissions").toString()).isEqualTo("[\"board-create\"]");
    assertThat(statuses(site, key)).isEqualTo(List.of(200, 200, 200, 403, 403, 200, 202));
    JsonObject profile = site.send(Call.get("/auth/api/profile").bearer(key)).json();
    assertThat(profile.getString("role")).isEmpty();
    assertThat(profile.getJsonArray("permissions").toString()).isEqualTo("[\"board-create\"]");
    assertThat(profile.getJsonArray("groups")).isEmpty();
    assertThat(site.send(Call.get("/api/cameras").bearer(key)).json().getJsonArray("items"))
        .isEmpty();
  }

  @Test
  @Tag("AZ-08")
  void a_demoted_owner_demotes_the_key(Site site) {
    Person owner = site.newPerson("admin");
    String whole = made(site, owner, "{\"description\": \"all\"}").getString("key");
    String limited =
        made(site, owner, "{\"description\": \"one\", \"permissions\": [\"board-create\"]}")
            .getString("key");
    statuses(site, whole);
    Call demote =
        Call.put("/auth/api/users/" + owner.name() + "/role")
            .bearer(site.admin().token())
            .json("{\"role\": \"viewer\"}");
    assertThat(site.send(demote).status()).isEqualTo(200);
    assertThat(statuses(site, whole)).isEqualTo(List.of(200, 200, 403, 403, 403, 200, 202));
    assertThat(statuses(site, limited)).isEqualTo(List.of(200, 200, 403, 403, 403, 200, 202));
  }

  @Test
  @Tag("AZ-08")
  @Tag("AZ-10")
  void a_dead_key_of_any_kind_is_the_same_401_everywhere(Site site) {
    Person revoked = site.newPerson("admin");
    JsonObject made = made(site, revoked, "{\"description\": \"all\"}");
    String rotated = made.getString("key");
    String id = made.getString("id");
    Call rotate = Call.post(KEYS + "/" + id + "/rotate").cookie(revoked.token());
    JsonObject fresh = site.send(rotate).json();
    assertThat(fresh.getString("id")).isEqualTo(id);
    String ended = fresh.getString("key");
    assertThat(statuses(site, ended)).startsWith(200);
    Call end = Call.delete(KEYS + "/" + id).cookie(revoked.token());
    assertThat(site.send(end).status()).isEqualTo(204);
    assertThat(site.send(end).status()).isEqualTo(404);
    Person away = site.newPerson("admin");
    String inactive = made(site, away, "{\"description\": \"all\"}").getString("key");
    statuses(site, inactive);
    Call disable =
        Call.patch("/auth/api/users/" + away.name())
            .bearer(site.admin().token())
            .json("{\"status\": \"inactive\"}");
    assertThat(site.send(disable).status()).isEqualTo(200);
    for (String key : List.of(rotated, ended, inactive, "janua_x", "janua_" + "0".repeat(49))) {
      assertThat(statuses(site, key)).as(key).containsOnly(401);
      Answer answer = site.send(Call.get("/api/hello").bearer(key).cookie(site.admin().token()));
      assertThat(answer.status()).as("a good cookie does not help").isEqualTo(401);
      assertThat(answer.body()).isEqualTo(site.send(Call.get("/api/hello").bearer("x.y.z")).body());
    }
  }

  @Test
  @Tag("AZ-09")
  void no_key_makes_keys_sets_passwords_or_ends_sessions(Site site) {
    Person owner = site.newPerson("admin");
    JsonObject made = made(site, owner, "{\"description\": \"all\"}");
    String key = made.getString("key");
    String own = "/auth/api/users/" + owner.name();
    String password =
        "{\"password\": \"a quiet afternoon\", \"old_password\": \"" + Site.PASSWORD + "\"}";
    Stream.of(
            Call.post(KEYS).json("{\"description\": \"another\"}"),
            Call.post(KEYS + "/" + made.getString("id") + "/rotate"),
            Call.delete(KEYS + "/" + made.getString("id")),
            Call.delete(own + "/api-keys"),
            Call.delete("/auth/api/sessions"),
            Call.delete("/auth/api/sessions/x"),
            Call.delete(own + "/sessions"),
            Call.patch("/auth/api/profile").json("{\"email\": \"thief@example.org\"}"),
            Call.patch(own).json("{\"email\": \"thief@example.org\"}"), // where a reset is mailed
            Call.put(own + "/password").json(password))
        .forEach(
            call -> assertThat(site.send(call.bearer(key)).status()).as("%s", call).isEqualTo(403));
    assertThat(site.send(Call.get("/api/me").cookie(owner.token())).status()).isEqualTo(200);
    assertThat(site.send(Call.get("/api/me").bearer(key)).status()).isEqualTo(200);
  }

  @Test
  void what_cannot_be_a_key_is_said_field_by_field(Site site) {
    Person person = site.newPerson("viewer");
    for (String body :
        List.of(
            "{}",
            "{\"description\": \" \"}",
            "{\"description\": \"x\", \"expires_at\": \"2001-01-01T00:00:00Z\"}",
            "{\"description\": \"x\", \"expires_at\": \"tomorrow\"}",
            "{\"description\": \"x\", \"expires_at\": \"+999999999-12-31T23:59:59Z\"}",
            "{\"description\": \"x\", \"permissions\": []}",
            "{\"description\": \"x\", \"permissions\": [\"board-create\"]}",
            "{\"description\": \"x\", \"permissions\": \"board-create\"}",
            "{\"description\": \"x\", \"scope\": \"all\"}")) {
      Answer answer = site.send(Call.post(KEYS).cookie(person.token()).json(body));
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.json().getJsonArray("errors")).as(body).hasSize(1);
    }
    Instant end = Instant.now().plusSeconds(3600);
    String good =
        "{\"description\": \"x\", \"permissions\": null, \"expires_at\": \"" + end + "\"}";
    assertThat(Instant.parse(made(site, person, good).getString("expires_at")))
        .isBetween(end.minusMillis(1), end);
  }

  @Test
  @Tag("SE-12")
  void the_keys_of_somebody_else_are_for_administrators(Site site) {
    Person owner = site.newPerson("viewer");
    Person other = site.newPerson("viewer");
    JsonObject made = made(site, owner, "{\"description\": \"backup\"}");
    String id = made.getString("id");
    String path = "/auth/api/users/" + owner.name() + "/api-keys";
    assertThat(site.send(Call.delete(KEYS + "/" + id).cookie(other.token())).status())
        .isEqualTo(404);
    assertThat(site.send(Call.get(path).cookie(other.token())).status()).isEqualTo(403);
    assertThat(site.send(Call.get("/api/me").bearer(made.getString("key"))).status())
        .isEqualTo(200);
    Call list = Call.get(path).bearer(site.admin().token());
    assertThat(site.send(list).body()).contains(id).doesNotContain("janua_");
    Call end = Call.delete(path + "/" + id).bearer(site.admin().token());
    assertThat(site.send(end).status()).isEqualTo(204);
    assertThat(site.send(Call.get("/api/me").bearer(made.getString("key"))).status())
        .isEqualTo(401);
    assertThat(site.send(Call.delete(path).bearer(site.admin().token())).status()).isEqualTo(204);
  }

  /** What a public page, a signed-in one, a key's, an administrator's and Janua's own answer. */
  private static List<Integer> statuses(Site site, String key) {
    return Stream.of(
            "/api/hello",
            "/api/me",
            "/api/create-check",
            "/api/admin",
            "/auth/api/users",
            "/auth/api/profile",
            "/auth/api/verify")
        .map(path -> site.send(Call.get(path).bearer(key)).status())
        .toList();
  }

  private static JsonObject made(Site site, Person owner, String body) {
    Answer answer = site.send(Call.post(KEYS).cookie(owner.token()).json(body));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }
}
