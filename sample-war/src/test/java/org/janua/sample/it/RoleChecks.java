package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles of the application's own, and the cameras they may see. */
abstract class RoleChecks {

  private static final String ROLES = "/auth/api/roles";

  @ParameterizedTest
  @CsvSource({
    "operator,front_door,200",
    "operator,garage,200",
    "operator,side_yard,403",
    "operator,attic,404",
    "neighbor,side_yard,200",
    "neighbor,front_door,403",
    "viewer,side_yard,200",
    "viewer,attic,404",
    "admin,side_yard,200"
  })
  void a_camera_is_seen_by_the_roles_that_may_read_it(
      String role, String camera, int status, Site site) {
    Person person = site.newPerson(role);
    Call call = Call.get("/api/cameras/" + camera);
    assertThat(site.send(call.cookie(person.token())).status()).isEqualTo(status);
    Answer answer = site.send(call.bearer(person.token()));
    assertThat(answer.status()).isEqualTo(status);
    if (status == 200) {
      assertThat(answer.json().getString("name")).isEqualTo(camera);
    }
  }

  @Test
  void a_refusal_by_the_application_is_a_problem(Site site) {
    Person operator = site.newPerson("operator");
    Answer refused = site.send(Call.get("/api/cameras/side_yard").bearer(operator.token()));
    assertThat(refused.mediaType()).isEqualTo("application/problem+json");
    assertThat(refused.json().getInt("status")).isEqualTo(403);
    assertThat(refused.json().getString("title")).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/cameras",
        "/api/cameras/garage",
        "/api/cameras/attic",
        "/api/operator-check"
      })
  void a_stranger_is_told_to_sign_in(String path, Site site) {
    assertThat(site.send(Call.get(path)).status()).isEqualTo(401);
  }

  @Test
  void the_list_shows_the_cameras_of_the_role(Site site) {
    assertThat(cameras("operator", site)).containsExactlyInAnyOrder("front_door", "garage");
    assertThat(cameras("neighbor", site)).containsExactly("side_yard");
    assertThat(cameras("viewer", site)).hasSize(3);
    assertThat(cameras("admin", site)).hasSize(3);
  }

  @Test
  void a_refusal_passes_a_service_and_a_servlet_and_is_403_all_the_same(Site site) {
    Person operator = site.newPerson("operator");
    Call garage = Call.get("/servlet/frame?of=garage");
    Call yard = Call.get("/servlet/frame?of=side_yard");
    assertThat(site.send(garage.bearer(operator.token())).body()).contains("frame of garage");

    Answer refused = site.send(yard.bearer(operator.token()));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().getInt("status")).isEqualTo(403);
    assertThat(site.send(yard).status()).isEqualTo(401);
  }

  @Test
  void a_role_of_the_application_is_a_role_to_the_container(Site site) {
    Call check = Call.get("/api/operator-check");
    assertThat(site.send(check.bearer(site.newPerson("operator").token())).status()).isEqualTo(200);
    assertThat(site.send(check.bearer(site.newPerson("neighbor").token())).status()).isEqualTo(403);
    assertThat(site.send(check.bearer(site.newPerson("viewer").token())).status()).isEqualTo(403);
  }

  @Test
  void the_profile_says_what_may_be_read(Site site) {
    assertThat(view("operator", site)).isEqualTo("[\"front_door\",\"garage\"]");
    assertThat(view("viewer", site)).isEqualTo("\"*\"");
    assertThat(view("admin", site)).isEqualTo("\"*\"");
    assertThat(Call.get("/api/cameras/side_yard").send(site.server().internalAddress()).status())
        .isEqualTo(200);
    JsonObject internal =
        Call.get("/auth/api/profile").send(site.server().internalAddress()).json();
    assertThat(internal.getJsonObject("resources").getJsonObject("camera").getString("view"))
        .isEqualTo("*");
  }

  @Test
  void the_roles_are_listed_page_by_page_with_what_they_may_read(Site site) {
    List<String> names = new ArrayList<>();
    String after = "";
    do {
      JsonObject page = admin(site, Call.get(ROLES + "?limit=2" + after)).json();
      page.getJsonArray("items").forEach(item -> names.add(item.asJsonObject().getString("name")));
      after = page.isNull("next") ? null : "&after=" + page.getString("next");
    } while (after != null);
    assertThat(names).doesNotHaveDuplicates().contains("admin", "neighbor", "operator", "viewer");
    JsonObject operator = admin(site, Call.get(ROLES + "/operator")).json();
    assertThat(operator.getJsonObject("resources").getJsonArray("camera").toString())
        .isEqualTo("[\"front_door\",\"garage\"]");
    JsonObject viewer = admin(site, Call.get(ROLES + "/viewer")).json();
    assertThat(viewer.getJsonObject("resources").getString("camera")).isEqualTo("*");
    assertThat(viewer.getInt("users")).isNotNegative();
  }

  @Test
  void a_role_is_made_changed_and_deleted_and_every_step_holds_from_the_next_request(Site site) {
    Answer made = admin(site, Call.post(ROLES).json(role("guard", "[\"garage\"]")));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().getInt("users")).isZero();
    Person guard = site.newPerson("guard");
    assertThat(see(guard, "garage", site)).isEqualTo(200);
    assertThat(see(guard, "side_yard", site)).isEqualTo(403);

    Call change = Call.put(ROLES + "/guard").json("{\"resources\":{\"camera\":[\"side_yard\"]}}");
    JsonObject changed = admin(site, change).json();
    assertThat(changed.getInt("users")).isEqualTo(1);
    assertThat(see(guard, "garage", site)).isEqualTo(403);
    assertThat(see(guard, "side_yard", site)).isEqualTo(200);

    Answer deleted = admin(site, Call.delete(ROLES + "/guard"));
    assertThat(deleted.status()).isEqualTo(200);
    assertThat(deleted.json().getInt("moved")).isEqualTo(1);
    assertThat(see(guard, "garage", site)).isEqualTo(200); // a viewer now
    assertThat(
            site.send(Call.get("/auth/api/profile").bearer(guard.token())).json().getString("role"))
        .isEqualTo("viewer");
    assertThat(admin(site, Call.get(ROLES + "/guard")).status()).isEqualTo(404);
    assertThat(admin(site, Call.delete(ROLES + "/guard")).status()).isEqualTo(404);
  }

  @Test
  void the_wildcard_says_everything(Site site) {
    assertThat(admin(site, Call.post(ROLES).json(role("watch", "\"*\""))).status()).isEqualTo(201);
    assertThat(cameras("watch", site)).hasSize(3);
    admin(site, Call.delete(ROLES + "/watch"));
  }

  @Test
  void another_role_holds_from_the_next_request(Site site) {
    Person person = site.newPerson("operator");
    assertThat(see(person, "garage", site)).isEqualTo(200);
    Call change = Call.put("/auth/api/users/" + person.name() + "/role");
    assertThat(admin(site, change.json("{\"role\":\"neighbor\"}")).status()).isEqualTo(200);
    assertThat(see(person, "garage", site)).isEqualTo(403);
  }

  @ParameterizedTest
  @Tag("AZ-06")
  @ValueSource(strings = {"operator", "OPERATOR", "admin", "Viewer"})
  void a_name_that_is_taken_is_409(String name, Site site) {
    assertThat(admin(site, Call.post(ROLES).json(role(name, "[\"garage\"]"))).status())
        .isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "viewer"})
  void the_roles_that_are_always_there_never_change(String name, Site site) {
    Call change = Call.put(ROLES + "/" + name).json("{\"resources\":{\"camera\":[\"garage\"]}}");
    assertThat(admin(site, change).status()).isEqualTo(409);
    assertThat(admin(site, Call.delete(ROLES + "/" + name)).status()).isEqualTo(409);
  }

  @ParameterizedTest
  @Tag("IN-03")
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\"x\"}",
        "{\"name\":\"x\",\"resources\":{}}",
        "{\"name\":\"x\",\"resources\":[]}",
        "{\"name\":\"x\",\"resources\":{\"camera\":[]}}",
        "{\"name\":\"x\",\"resources\":{\"camera\":null}}",
        "{\"name\":\"x\",\"resources\":{\"camera\":\"garage\"}}",
        "{\"name\":\"x\",\"resources\":{\"camera\":[\"*\",\"garage\"]}}",
        "{\"name\":\"x\",\"resources\":{\"camera\":[\"a\\u0000\"]}}",
        "{\"name\":\"x\",\"resources\":{\"camera\":[1]}}",
        "{\"name\":\"x\",\"resources\":{\"rocket\":[\"a\"]}}",
        "{\"name\":\"x\",\"resources\":{\"camera\":[\"a\"],\"camera\":[\"b\"]}}",
        "{\"name\":\"x\",\"resources\":{\"camera\":[\"a\"]},\"users\":3}",
        "{\"name\":\"x y\",\"resources\":{\"camera\":[\"a\"]}}",
        "{\"name\":\"..\",\"resources\":{\"camera\":[\"a\"]}}",
        "{\"name\":\"x-y\",\"resources\":{\"camera\":[\"a\"]}}"
      })
  void a_role_that_breaks_a_rule_is_400_and_names_the_field(String body, Site site) {
    Answer answer = admin(site, Call.post(ROLES).json(body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("message"))
        .isNotBlank();
    assertThat(admin(site, Call.get(ROLES + "/x")).status()).isEqualTo(404);
  }

  private static String role(String name, String cameras) {
    return "{\"name\":\"%s\",\"resources\":{\"camera\":%s}}".formatted(name, cameras);
  }

  private static int see(Person person, String camera, Site site) {
    return site.send(Call.get("/api/cameras/" + camera).bearer(person.token())).status();
  }

  private static List<String> cameras(String role, Site site) {
    Person person = site.newPerson(role);
    JsonObject list = site.send(Call.get("/api/cameras").bearer(person.token())).json();
    assertThat(list.isNull("next")).isTrue();
    return list.getJsonArray("items").stream()
        .map(item -> item.asJsonObject().getString("name"))
        .toList();
  }

  private static String view(String role, Site site) {
    Person person = site.newPerson(role);
    return site.send(Call.get("/auth/api/profile").bearer(person.token()))
        .json()
        .getJsonObject("resources")
        .getJsonObject("camera")
        .get("view")
        .toString();
  }

  private static Answer admin(Site site, Call call) {
    return site.send(call.bearer(site.admin().token()));
  }
}
