package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator does with accounts. */
abstract class UserChecks {

  private static final String USERS = "/auth/api/users";

  @ParameterizedTest
  @CsvSource({
    "GET,/auth/api/users",
    "POST,/auth/api/users",
    "GET,/auth/api/users/admin",
    "DELETE,/auth/api/users/admin",
    "PATCH,/auth/api/users/admin",
    "GET,/auth/api/roles",
    "POST,/auth/api/roles",
    "GET,/auth/api/roles/operator",
    "PUT,/auth/api/roles/operator",
    "DELETE,/auth/api/roles/operator",
    "PUT,/auth/api/users/admin/role"
  })
  void only_administrators_get_in(String method, String path, Site site) {
    Person viewer = site.newPerson("viewer");
    assertThat(site.send(Call.of(method, path)).status()).isEqualTo(401);
    assertThat(site.send(Call.of(method, path).bearer(viewer.token())).status()).isEqualTo(403);
  }

  @Test
  void a_new_account_is_shown_without_its_password(Site site) {
    String name = "Maria.Muster@example.org";
    Answer made =
        admin(
            site,
            Call.post(USERS)
                .json(
                    "{\"username\":\"%s\",\"password\":\"%s\",\"display_name\":\"Maria\"}"
                        .formatted(name, Site.PASSWORD)));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    JsonObject user = admin(site, Call.get(USERS + "/" + name)).json();
    assertThat(user.getString("username")).isEqualTo(name);
    assertThat(user.getString("role")).isEqualTo("viewer");
    assertThat(user.getString("display_name")).isEqualTo("Maria");
    assertThat(user.getString("status")).isEqualTo("active");
    assertThat(user.toString()).doesNotContain("pbkdf2", Site.PASSWORD);
  }

  @Test
  @Tag("IN-05")
  void a_name_that_differs_only_in_case_is_taken(Site site) {
    String taken = site.newAccount("viewer").toUpperCase(Locale.ROOT);
    Answer again =
        admin(
            site,
            Call.post(USERS)
                .json("{\"username\":\"%s\",\"password\":\"%s\"}".formatted(taken, Site.PASSWORD)));
    assertThat(again.status()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"username\":\"\",\"password\":\"correct horse battery\"}",
        "{\"username\":\"a b\",\"password\":\"correct horse battery\"}",
        "{\"username\":\"a,b\",\"password\":\"correct horse battery\"}",
        "{\"username\":\"new-one\",\"password\":\"short\"}",
        "{\"username\":\"new-one\",\"password\":\"correct horse battery\",\"role\":\"emperor\"}",
        "{\"username\":\"new-one\",\"password\":\"correct horse battery\",\"colour\":\"red\"}",
        "{\"username\":\"new-one\",\"password\":\"correct horse battery\",\"email\":\"x\"}"
      })
  void an_account_that_breaks_a_rule_is_400_and_names_the_field(String body, Site site) {
    Answer answer = admin(site, Call.post(USERS).json(body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("message"))
        .isNotBlank();
    assertThat(admin(site, Call.get(USERS + "/new-one")).status()).isEqualTo(404);
  }

  @Test
  void the_list_is_turned_page_by_page_and_shows_everybody_once(Site site) {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(site.newAccount("viewer"));
    }
    List<String> seen = new ArrayList<>();
    String after = "";
    do {
      JsonObject page = admin(site, Call.get(USERS + "?limit=3" + after)).json();
      page.getJsonArray("items")
          .forEach(item -> seen.add(item.asJsonObject().getString("username")));
      after = page.isNull("next") ? null : "&after=" + page.getString("next");
    } while (after != null);
    assertThat(seen).doesNotHaveDuplicates().containsAll(made).contains("admin");
  }

  @Test
  void the_list_is_searched(Site site) {
    String name = site.newAccount("viewer");
    JsonObject page = admin(site, Call.get(USERS + "?q=" + name)).json();
    assertThat(page.getJsonArray("items").toString()).contains("\"" + name + "\"");
    assertThat(admin(site, Call.get(USERS + "?limit=0")).status()).isEqualTo(400);
  }

  @Test
  void what_does_not_exist_is_404(Site site) {
    assertThat(admin(site, Call.get(USERS + "/nobody")).status()).isEqualTo(404);
    assertThat(admin(site, Call.delete(USERS + "/nobody")).status()).isEqualTo(404);
    assertThat(admin(site, Call.put(USERS + "/nobody/role").json("{\"role\":\"viewer\"}")).status())
        .isEqualTo(404);
    assertThat(admin(site, Call.patch(USERS + "/nobody").json("{}")).status()).isEqualTo(404);
    assertThat(admin(site, Call.get("/auth/api/nothing-of-this-name")).status()).isEqualTo(404);
  }

  @Test
  @Tag("SE-04")
  void the_token_of_a_deleted_account_is_dead(Site site) {
    Person gone = site.newPerson("viewer");
    assertThat(admin(site, Call.delete(USERS + "/" + gone.name())).status()).isEqualTo(204);
    assertThat(site.send(Call.get("/api/me").bearer(gone.token())).status()).isEqualTo(401);
    assertThat(site.tryToSignIn(gone.name(), Site.PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void the_last_administrator_stays(Site site) {
    assertThat(admins(site)).as("others were demoted or deleted by their tests").isNotEmpty();
    for (String other : admins(site)) {
      if (!other.equals("admin")) {
        admin(site, Call.delete(USERS + "/" + other));
      }
    }
    assertThat(admin(site, Call.delete(USERS + "/admin")).status()).isEqualTo(409);
    assertThat(admin(site, Call.put(USERS + "/admin/role").json("{\"role\":\"viewer\"}")).status())
        .isEqualTo(409);
    assertThat(admin(site, Call.patch(USERS + "/admin").json("{\"status\":\"inactive\"}")).status())
        .isEqualTo(409);
    assertThat(site.send(Call.get("/api/admin").bearer(site.admin().token())).status())
        .isEqualTo(200);
  }

  @Test
  void a_change_answers_the_new_state_and_leaves_what_was_not_sent(Site site) {
    String name = site.newAccount("viewer");
    String path = USERS + "/" + name;
    Answer changed =
        admin(
            site,
            Call.patch(path)
                .json(
                    "{\"role\":\"operator\",\"email\":\"o@example.org\",\"display_name\":\"O\"}"));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.json().getString("role")).isEqualTo("operator");
    assertThat(changed.json().getString("email")).isEqualTo("o@example.org");

    JsonObject cleared = admin(site, Call.patch(path).json("{\"email\":null}")).json();
    assertThat(cleared.isNull("email")).isTrue();
    assertThat(cleared.getString("display_name")).isEqualTo("O");
    assertThat(cleared.getString("role")).isEqualTo("operator");
    assertThat(admin(site, Call.get(path)).json().getString("display_name")).isEqualTo("O");
  }

  @ParameterizedTest
  @Tag("AZ-03")
  @ValueSource(
      strings = {
        "{\"role\":\"emperor\"}",
        "{\"role\":\"Operator\"}",
        "{\"role\":null}",
        "{\"role\":[\"admin\"]}",
        "{\"status\":\"asleep\"}",
        "{\"status\":false}",
        "{\"email\":\"x\"}",
        "{\"permissions\":[\"board-created\"]}",
        "{\"permissions\":null}",
        "{\"username\":\"other\"}",
        "{\"password\":\"correct horse battery\"}"
      })
  void a_change_that_breaks_a_rule_is_400(String body, Site site) {
    String path = USERS + "/" + site.newAccount("viewer");
    assertThat(admin(site, Call.patch(path).json(body)).status()).isEqualTo(400);
    assertThat(admin(site, Call.get(path)).json().getString("role")).isEqualTo("viewer");
  }

  @Test
  void whoever_is_made_inactive_is_out_at_once_and_may_be_let_in_again(Site site) {
    Person person = site.newPerson("viewer");
    String path = USERS + "/" + person.name();
    Answer off = admin(site, Call.patch(path).json("{\"status\":\"inactive\"}"));
    assertThat(off.json().getString("status")).isEqualTo("inactive");
    assertThat(site.send(Call.get("/api/me").bearer(person.token())).status()).isEqualTo(401);
    assertThat(site.tryToSignIn(person.name(), Site.PASSWORD).status()).isEqualTo(401);

    assertThat(admin(site, Call.patch(path).json("{\"status\":\"active\"}")).status())
        .isEqualTo(200);
    assertThat(site.send(Call.get("/api/me").bearer(person.token())).status()).isEqualTo(401);
    assertThat(site.tryToSignIn(person.name(), Site.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void an_unknown_role_is_400(Site site) {
    String name = site.newAccount("viewer");
    Call change = Call.put(USERS + "/" + name + "/role").json("{\"role\":\"emperor\"}");
    assertThat(admin(site, change).status()).isEqualTo(400);
  }

  private static List<String> admins(Site site) {
    return admin(site, Call.get(USERS + "?limit=200")).json().getJsonArray("items").stream()
        .map(item -> item.asJsonObject())
        .filter(user -> user.getString("role").equals("admin"))
        .map(user -> user.getString("username"))
        .toList();
  }

  private static Answer admin(Site site, Call call) {
    return site.send(call.bearer(site.admin().token()));
  }
}
