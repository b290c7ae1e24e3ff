package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.stream.Stream;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups, permission keys, and what the container makes of them. */
abstract class GroupChecks {

  private static final String GROUPS = "/auth/api/groups";
  private static final String CREATE_CHECK = "/api/create-check";

  @ParameterizedTest
  @CsvSource({
    "board-create,200,403",
    "board-full-all,200,403",
    "admin,200,200",
    "board-modify-all,403,403",
    "app-create,403,403"
  })
  void a_key_is_a_role_to_the_container_held_directly_by_a_group_or_by_implication(
      String key, int create, int administer, Site site) {
    Person direct = site.newPerson("viewer");
    permit(site, direct, key);
    Person member = site.newPerson("viewer");
    String group = make(site, "keys " + key + " " + member.name());
    assertThat(put(site, group + "/permissions", keys(key)).status()).isEqualTo(200);
    assertThat(put(site, group + "/members/" + member.name(), "").status()).isEqualTo(200);

    for (Person person : List.of(direct, member)) {
      assertThat(status(site, person, CREATE_CHECK)).isEqualTo(create);
      assertThat(status(site, person, "/api/admin")).isEqualTo(administer);
      assertThat(status(site, person, "/auth/api/users")).isEqualTo(administer);
    }
    permit(site, direct);
    assertThat(delete(site, group).status()).isEqualTo(204);
    for (Person person : List.of(direct, member)) {
      assertThat(status(site, person, CREATE_CHECK)).isEqualTo(403);
    }
  }

  @Test
  @Tag("AZ-07")
  void the_name_of_a_group_gives_nothing(Site site) {
    Person member = site.newPerson("viewer");
    for (String name : List.of("admin", "board-create", "viewer", "operator")) {
      String group = make(site, name);
      assertThat(put(site, group + "/members/" + member.name(), "").status()).isEqualTo(200);
    }

    assertThat(status(site, member, CREATE_CHECK)).isEqualTo(403);
    assertThat(status(site, member, "/api/admin")).isEqualTo(403);
    assertThat(status(site, member, "/api/operator-check")).isEqualTo(403);
    Stream.of("admin", "board-create", "viewer", "operator")
        .forEach(name -> assertThat(delete(site, path(name)).status()).isEqualTo(204));
  }

  @Test
  void a_group_is_made_shown_changed_and_deleted(Site site) {
    Person member = site.newPerson("viewer");
    Answer made = post(site, "{\"name\": \"Night crew\", \"description\": \"by night\"}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().keySet())
        .containsExactlyInAnyOrder("name", "description", "permissions", "built_in", "members");
    String group = path("Night crew");

    Answer joined = put(site, group + "/members/" + member.name(), "");
    assertThat(joined.json().getJsonArray("members").getJsonObject(0).toString())
        .isEqualTo("{\"username\":\"" + member.name() + "\",\"origin\":\"manual\"}");
    Answer given = put(site, group + "/permissions", keys("media-upload", "app-create"));
    assertThat(texts(given.json(), "permissions")).containsExactly("app-create", "media-upload");
    Answer renamed = patch(site, group, "{\"name\": \"Crew\", \"description\": null}");
    assertThat(renamed.json().getString("name")).isEqualTo("Crew");
    assertThat(renamed.json().isNull("description")).isTrue();

    assertThat(get(site, group).status()).isEqualTo(404);
    JsonObject shown = get(site, path("crew")).json();
    assertThat(shown.getJsonArray("members")).hasSize(1);
    assertThat(shown.getBoolean("built_in")).isFalse();
    assertThat(delete(site, path("Crew") + "/members/" + member.name()).status()).isEqualTo(204);
    assertThat(delete(site, path("Crew") + "/members/" + member.name()).status()).isEqualTo(404);
    assertThat(delete(site, path("Crew")).status()).isEqualTo(204);
    assertThat(delete(site, path("Crew")).status()).isEqualTo(404);
  }

  @Test
  @Tag("AZ-06")
  void a_name_that_is_taken_is_a_conflict_and_everyone_stays_as_it_is(Site site) {
    String group = make(site, "Taken");
    assertThat(post(site, "{\"name\": \"TAKEN\"}").status()).isEqualTo(409);
    assertThat(post(site, "{\"name\": \"Everyone\"}").status()).isEqualTo(409);
    assertThat(patch(site, group, "{\"name\": \"everyone\"}").status()).isEqualTo(409);

    JsonObject everyone = get(site, GROUPS + "/everyone").json();
    assertThat(everyone.getBoolean("built_in")).isTrue();
    assertThat(everyone.getJsonArray("members")).isEmpty();
    assertThat(delete(site, GROUPS + "/everyone").status()).isEqualTo(409);
    assertThat(patch(site, GROUPS + "/everyone", "{\"name\": \"All\"}").status()).isEqualTo(409);
    assertThat(put(site, GROUPS + "/everyone/members/admin", "").status()).isEqualTo(409);
    assertThat(delete(site, GROUPS + "/everyone/members/admin").status()).isEqualTo(409);
    assertThat(delete(site, group).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zoë 门", "100%", "a+b&c=d", "Doe, John", "who?", "(:.:)", "\uD83D\uDEAA"})
  void whatever_a_group_is_called_it_is_found_under_its_name(String name, Site site) {
    Person member = site.newPerson("viewer");
    String group = make(site, name);

    Answer shown = get(site, group);
    assertThat(shown.status()).as(shown.body()).isEqualTo(200);
    assertThat(shown.json().getString("name")).isEqualTo(name);
    assertThat(put(site, group + "/members/" + member.name(), "").status()).isEqualTo(200);
    Answer profile = site.send(Call.get("/auth/api/profile").bearer(member.token()));
    assertThat(texts(profile.json(), "groups")).containsExactlyInAnyOrder("everyone", name);
    assertThat(delete(site, group).status()).isEqualTo(204);
  }

  @Test
  void another_server_is_told_the_groups(Site site) {
    Person member = site.newPerson("viewer");
    for (String name : List.of("Doe, John", "Zoë")) {
      assertThat(put(site, make(site, name) + "/members/" + member.name(), "").status())
          .isEqualTo(200);
    }

    Answer answer = site.send(Call.get("/auth/api/verify").bearer(member.token()));

    assertThat(answer.headers("Remote-Groups")).containsExactly("Doe%2C John,everyone,Zo%C3%AB");
    List.of("Doe, John", "Zoë").forEach(name -> delete(site, path(name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\": \"\"}",
        "{\"name\": \" a\"}",
        "{\"name\": \"a\\u0000\"}",
        "{\"name\": 1}",
        "{\"name\": \"a/b\"}",
        "{\"name\": \"x\", \"description\": 1}",
        "{\"name\": \"x\", \"members\": []}",
        "{\"name\": \"x\", \"permissions\": [\"admin\"]}",
        "{\"name\": \"x\", \"id\": \"everyone\"}"
      })
  @Tag("AZ-03")
  void what_is_no_group_is_not_made(String body, Site site) {
    assertThat(post(site, body).status()).isEqualTo(400);
    assertThat(get(site, GROUPS + "/x").status()).isEqualTo(404);
  }

  @Test
  void only_declared_keys_are_given(Site site) {
    String group = make(site, "No such key");
    for (String body :
        List.of(keys("board-created"), keys("Admin"), "{}", "{\"permissions\": null}")) {
      assertThat(put(site, group + "/permissions", body).status()).as(body).isEqualTo(400);
    }
    Answer refused = put(site, group + "/permissions", keys("nothing"));
    assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("permissions");
    delete(site, group);
  }

  @Test
  void the_list_goes_on_where_the_page_before_ended(Site site) {
    List<String> names = List.of("page-a", "page-b", "page-c");
    names.forEach(name -> make(site, name));

    JsonObject first = get(site, GROUPS + "?limit=1&after=page").json();
    JsonObject second = get(site, GROUPS + "?limit=2&after=" + first.getString("next")).json();

    assertThat(first.getJsonArray("items").getJsonObject(0).getString("name")).isEqualTo("page-a");
    assertThat(first.getJsonArray("items").getJsonObject(0).getInt("members")).isZero();
    assertThat(second.getJsonArray("items").getValuesAs(JsonObject.class))
        .extracting(group -> group.getString("name"))
        .containsExactly("page-b", "page-c");
    names.forEach(name -> delete(site, path(name)));
  }

  @Test
  void a_new_account_is_put_into_groups(Site site) {
    make(site, "Newcomers");
    String name = "newcomer-" + site.newAccount("viewer");
    Answer made =
        site.send(
            admin(Call.post("/auth/api/users"), site)
                .json("{\"username\": \"" + name + "\", \"groups\": [\"newcomers\"]}"));

    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(texts(made.json(), "groups")).containsExactly("everyone", "Newcomers");
    assertThat(
            site.send(
                    admin(Call.post("/auth/api/users"), site)
                        .json("{\"username\": \"other\", \"groups\": [\"nobodies\"]}"))
                .status())
        .isEqualTo(400);
    delete(site, path("Newcomers"));
  }

  @Test
  void an_account_shows_its_own_keys_and_a_profile_all_that_are_held(Site site) {
    Person person = site.newPerson("viewer");
    permit(site, person, "board-modify-all");

    JsonObject account = get(site, "/auth/api/users/" + person.name()).json();
    Answer profile = site.send(Call.get("/auth/api/profile").bearer(person.token()));

    assertThat(texts(account, "permissions")).containsExactly("board-modify-all");
    assertThat(texts(profile.json(), "permissions"))
        .containsExactly("board-modify-all", "board-view-all");
  }

  @Test
  void the_declared_keys_are_shown_with_all_that_they_imply(Site site) {
    JsonObject answer = get(site, "/auth/api/permissions").json();

    assertThat(answer.getJsonArray("permissions")).hasSize(20);
    JsonObject full =
        answer.getJsonArray("permissions").getValuesAs(JsonObject.class).stream()
            .filter(key -> key.getString("key").equals("board-full-all"))
            .findFirst()
            .orElseThrow();
    assertThat(texts(full, "implies"))
        .containsExactlyInAnyOrder("board-create", "board-view-all", "board-modify-all");
    assertThat(answer.getJsonArray("resources").getValuesAs(JsonObject.class))
        .anySatisfy(
            type -> {
              assertThat(type.getString("type")).isEqualTo("camera");
              assertThat(texts(type, "levels")).containsExactly("view");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /auth/api/groups",
        "POST /auth/api/groups",
        "GET /auth/api/groups/everyone",
        "PATCH /auth/api/groups/everyone",
        "DELETE /auth/api/groups/none",
        "PUT /auth/api/groups/none/members/admin",
        "DELETE /auth/api/groups/none/members/admin",
        "PUT /auth/api/groups/everyone/permissions",
        "GET /auth/api/permissions"
      })
  @Tag("AZ-01")
  void all_this_is_for_administrators(String what, Site site) {
    String[] parts = what.split(" ");
    Call call = Call.of(parts[0], parts[1]);
    if (parts[0].startsWith("P")) {
      call = call.json("{}");
    }
    assertThat(site.send(call).status()).isEqualTo(401);
    assertThat(site.send(call.bearer(site.newPerson("operator").token())).status()).isEqualTo(403);
  }

  private static String make(Site site, String name) {
    Answer made = post(site, Json.createObjectBuilder().add("name", name).build().toString());
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return path(name);
  }

  private static String path(String name) {
    return GROUPS + "/" + Call.encoded(name).replace("+", "%20");
  }

  private static void permit(Site site, Person person, String... keys) {
    Answer changed = patch(site, "/auth/api/users/" + person.name(), keys(keys));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
  }

  private static String keys(String... keys) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    List.of(keys).forEach(list::add);
    return Json.createObjectBuilder().add("permissions", list).build().toString();
  }

  private static int status(Site site, Person person, String path) {
    int byBearer = site.send(Call.get(path).bearer(person.token())).status();
    assertThat(site.send(Call.get(path).cookie(person.token())).status()).isEqualTo(byBearer);
    return byBearer;
  }

  private static List<String> texts(JsonObject json, String name) {
    return json.getJsonArray(name).getValuesAs(JsonString::getString);
  }

  private static Answer get(Site site, String path) {
    return site.send(admin(Call.get(path), site));
  }

  private static Answer post(Site site, String body) {
    return site.send(admin(Call.post(GROUPS), site).json(body));
  }

  private static Answer put(Site site, String path, String body) {
    Call call = admin(Call.put(path), site);
    return site.send(body.isEmpty() ? call : call.json(body));
  }

  private static Answer patch(Site site, String path, String body) {
    return site.send(admin(Call.patch(path), site).json(body));
  }

  private static Answer delete(Site site, String path) {
    return site.send(admin(Call.delete(path), site));
  }

  private static Call admin(Call call, Site site) {
    return call.bearer(site.admin().token());
  }
}
