package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Boards and integrations of the sample: who sees them, changes them and shares them. */
abstract class BoardChecks {

  private static final String UNKNOWN = "0190b1a4-7c1f-7a3e-9d57-0242ac120002";

  @Test
  void whoever_may_make_one_is_its_creator_and_may_do_everything_with_it(Site site) {
    Person maker = maker(site, "board-create");
    Answer made = site.send(as(maker, Call.post("/api/boards").json("{\"name\":\"Plans\"}")));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    JsonObject board = made.json();
    assertThat(board.keySet()).containsExactlyInAnyOrder("id", "name", "public", "creator");
    assertThat(board.getString("name")).isEqualTo("Plans");
    assertThat(board.getString("creator")).isEqualTo(maker.name());
    assertThat(board.getBoolean("public")).isFalse();

    String path = "/api/boards/" + board.getString("id");
    assertThat(site.send(as(maker, Call.get(path))).json()).isEqualTo(board);
    Answer renamed = site.send(as(maker, Call.put(path).json("{\"name\":\"Done\"}")));
    assertThat(renamed.json().getString("name")).isEqualTo("Done");
    assertThat(site.send(Call.get(path).cookie(maker.token())).json().getString("name"))
        .isEqualTo("Done");
    assertThat(site.send(as(maker, Call.delete(path))).status()).isEqualTo(204);
    assertThat(site.send(as(maker, Call.get(path))).status()).isEqualTo(404);
    assertThat(site.send(as(maker, Call.delete(path))).status()).isEqualTo(404);
    assertThat(site.send(as(maker, Call.get(sharing("board", board)))).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @Tag("AZ-02")
  @CsvSource({
    "boards,       GET,    '',   404",
    "boards,       PUT,    '',   404",
    "boards,       DELETE, '',   404",
    "integrations, GET,    '',   404",
    "integrations, PUT,    '',   404",
    "integrations, DELETE, '',   404",
    "integrations, POST,   /run, 404"
  })
  void what_one_may_not_see_is_answered_like_what_is_not_there(
      String things, String method, String more, int status, Site site) {
    Person other = site.newPerson("viewer");
    JsonObject thing = made(site, things);
    for (String id : List.of(thing.getString("id"), UNKNOWN, "x", "%00")) {
      Call call = Call.of(method, "/api/" + things + "/" + id + more);
      Call sent = method.equals("PUT") ? call.json("{\"name\":\"x\"}") : call;
      if (!id.equals("%00")) { // some servers refuse it themselves
        assertThat(site.send(as(other, sent)).status()).as(id).isEqualTo(status);
        assertThat(site.send(sent).status()).as("a stranger, " + id).isEqualTo(401);
      } else {
        assertThat(site.send(as(other, sent)).status()).isIn(400, 404);
      }
    }
    assertThat(ids(other, things, site)).doesNotContain(thing.getString("id"));
  }

  @ParameterizedTest
  @CsvSource({
    "boards,       view,     200, 403, 403, 0",
    "boards,       modify,   200, 200, 403, 0",
    "boards,       full,     200, 200, 204, 0",
    "integrations, use,      200, 403, 403, 403",
    "integrations, interact, 200, 403, 403, 204",
    "integrations, full,     200, 200, 204, 204"
  })
  void a_grant_gives_its_level_and_the_weaker_ones(
      String things, String level, int get, int put, int delete, int run, Site site) {
    for (boolean byGroup : new boolean[] {false, true}) {
      Person other = site.newPerson("viewer");
      JsonObject thing = made(site, things);
      share(thing, things, level, other, byGroup, site);

      assertStatuses(thing, things, other, List.of(get, put, run, delete), site);
    }
  }

  @Test
  void a_grant_to_somebody_else_helps_nobody(Site site) {
    Person granted = site.newPerson("viewer");
    Person other = site.newPerson("viewer");
    JsonObject board = made(site, "boards");
    share(board, "boards", "full", granted, false, site);

    assertThat(ids(granted, "boards", site)).contains(board.getString("id"));
    assertThat(ids(other, "boards", site)).doesNotContain(board.getString("id"));
    assertThat(site.send(as(other, Call.get(path("boards", board)))).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "boards,       board-view-all,           200, 403, 403, 0",
    "boards,       board-modify-all,         200, 200, 403, 0",
    "boards,       board-full-all,           200, 200, 204, 0",
    "integrations, integration-use-all,      200, 403, 403, 403",
    "integrations, integration-interact-all, 200, 403, 403, 204",
    "integrations, integration-full-all,     200, 200, 204, 204"
  })
  void a_key_gives_its_level_on_everything(
      String things, String key, int get, int put, int delete, int run, Site site) {
    JsonObject thing = made(site, things);
    Person holder = maker(site, key);
    assertThat(ids(holder, things, site)).contains(thing.getString("id"));
    assertStatuses(thing, things, holder, List.of(get, put, run, delete), site);
  }

  @Test
  void what_is_public_is_seen_by_whoever_is_signed_in_and_by_no_stranger(Site site) {
    JsonObject board = made(site, "boards");
    String body = "{\"public\":true,\"users\":[],\"groups\":[]}";
    assertThat(admin(site, Call.put(sharing("board", board)).json(body)).status()).isEqualTo(200);
    Person viewer = site.newPerson("viewer");

    Answer seen = site.send(as(viewer, Call.get(path("boards", board))));
    assertThat(seen.json().getBoolean("public")).isTrue();
    assertThat(ids(viewer, "boards", site)).contains(board.getString("id"));
    Call rename = Call.put(path("boards", board)).json("{\"name\":\"x\"}");
    assertThat(site.send(as(viewer, rename)).status()).isEqualTo(403);
    assertThat(site.send(Call.get(path("boards", board))).status()).isEqualTo(401);
    assertThat(site.send(Call.get("/api/boards")).status()).isEqualTo(401);
    assertThat(site.send(Call.get("/auth/api/session")).json().getBoolean("guest")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "boards,       board-create",
    "boards,       board-full-all",
    "integrations, integration-create",
    "integrations, integration-full-all"
  })
  void making_one_needs_the_key(String things, String key, Site site) {
    Call make = Call.post("/api/" + things).json("{\"name\":\"x\"}");
    assertThat(site.send(as(site.newPerson("viewer"), make)).status()).isEqualTo(403);
    assertThat(site.send(make).status()).isEqualTo(401);
    assertThat(site.send(as(maker(site, key), make)).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @Tag("IN-03")
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{\"name\":1}",
        "{\"name\":null}",
        "{\"name\":\"\"}",
        "{\"name\":\"x\",\"public\":true}",
        "{\"name\":\"x\",\"name\":\"y\"}",
        "{\"title\":\"x\"}"
      })
  void what_is_not_a_name_is_400(String body, Site site) {
    assertThat(admin(site, Call.post("/api/boards").json(body)).status()).isEqualTo(400);
    assertThat(admin(site, Call.post("/api/integrations").json(body)).status()).isEqualTo(400);
    JsonObject board = made(site, "boards");
    assertThat(admin(site, Call.put(path("boards", board)).json(body)).status()).isEqualTo(400);
  }

  @Test
  void a_name_has_1_to_255_characters_and_is_json(Site site) {
    Call fits = Call.post("/api/boards").json("{\"name\":\"" + "x".repeat(255) + "\"}");
    assertThat(admin(site, fits).status()).isEqualTo(201);
    Call long256 = Call.post("/api/boards").json("{\"name\":\"" + "x".repeat(256) + "\"}");
    assertThat(admin(site, long256).status()).isEqualTo(400);
    Call text = Call.post("/api/boards").body("text/plain", "{\"name\":\"x\"}");
    assertThat(admin(site, text).status()).isEqualTo(415);
  }

  @Test
  void a_list_shows_all_that_is_visible_and_has_no_next_page(Site site) {
    JsonObject board = made(site, "boards");
    JsonObject list = admin(site, Call.get("/api/boards")).json();
    assertThat(list.isNull("next")).isTrue();
    assertThat(list.getJsonArray("items")).contains(board);
  }

  @Test
  void whoever_comes_by_the_internal_port_makes_things_that_are_nobodys(Site site) {
    Answer made =
        Call.post("/api/boards").json("{\"name\":\"x\"}").send(site.server().internalAddress());
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().isNull("creator")).isTrue();
  }

  private static void assertStatuses(
      JsonObject thing, String things, Person person, List<Integer> wanted, Site site) {
    String path = path(things, thing);
    assertThat(site.send(as(person, Call.get(path))).status()).isEqualTo(wanted.get(0));
    Call put = Call.put(path).json("{\"name\":\"renamed\"}");
    assertThat(site.send(as(person, put)).status()).isEqualTo(wanted.get(1));
    if (wanted.get(2) != 0) {
      assertThat(site.send(as(person, Call.post(path + "/run"))).status()).isEqualTo(wanted.get(2));
    }
    assertThat(site.send(as(person, Call.delete(path))).status()).isEqualTo(wanted.get(3));
  }

  private static void share(
      JsonObject thing, String things, String level, Person to, boolean byGroup, Site site) {
    String users =
        byGroup ? "" : "{\"username\":\"%s\",\"level\":\"%s\"}".formatted(to.name(), level);
    String groups = "";
    if (byGroup) {
      String group = "readers-of-" + thing.getString("id");
      assertThat(
              admin(site, Call.post("/auth/api/groups").json("{\"name\":\"" + group + "\"}"))
                  .status())
          .isEqualTo(201);
      String member = "/auth/api/groups/" + group + "/members/" + to.name();
      assertThat(admin(site, Call.put(member)).status()).isEqualTo(200);
      groups = "{\"name\":\"%s\",\"level\":\"%s\"}".formatted(group, level);
    }
    String body = "{\"public\":false,\"users\":[%s],\"groups\":[%s]}".formatted(users, groups);
    Answer shared = admin(site, Call.put(sharing(type(things), thing)).json(body));
    assertThat(shared.status()).as(shared.body()).isEqualTo(200);
  }

  /** One that an administrator made. */
  private static JsonObject made(Site site, String things) {
    Answer made = admin(site, Call.post("/api/" + things).json("{\"name\":\"x\"}"));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json();
  }

  private static Person maker(Site site, String key) {
    Person person = site.newPerson("viewer");
    Call grant = Call.patch("/auth/api/users/" + person.name());
    Answer granted = admin(site, grant.json("{\"permissions\":[\"" + key + "\"]}"));
    assertThat(granted.status()).as(granted.body()).isEqualTo(200);
    return person;
  }

  private static List<String> ids(Person person, String things, Site site) {
    return site.send(as(person, Call.get("/api/" + things))).json().getJsonArray("items").stream()
        .map(item -> item.asJsonObject().getString("id"))
        .toList();
  }

  private static String path(String things, JsonObject thing) {
    return "/api/" + things + "/" + thing.getString("id");
  }

  private static String sharing(String type, JsonObject thing) {
    return "/auth/api/resources/" + type + "/" + thing.getString("id");
  }

  private static String type(String things) {
    return things.substring(0, things.length() - 1);
  }

  private static Call as(Person person, Call call) {
    return call.bearer(person.token());
  }

  private static Answer admin(Site site, Call call) {
    return site.send(as(site.admin(), call));
  }
}
