package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The audit log, and the events the application is told of. */
abstract class AuditChecks {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  @Tag("AU-02")
  void what_a_person_does_is_read_newest_first(Site site) {
    Person person = site.newPerson("viewer");
    site.send(Call.post("/auth/api/logout").cookie(person.token()));

    List<JsonObject> entries = entries(site, "?user=" + person.name());

    assertThat(entries)
        .extracting(entry -> entry.getString("action"))
        .containsExactly("sign_out", "session_ended", "sign_in", "session_created", "user_created");
    JsonObject signIn = entries.get(2);
    assertThat(signIn.getString("actor")).isEqualTo(person.name());
    assertThat(signIn.getString("subject")).isEqualTo(person.name());
    assertThat(signIn.getString("outcome")).isEqualTo("success");
    assertThat(signIn.getString("ip")).isEqualTo("127.0.0.1");
    assertThat(signIn.getString("user_agent")).startsWith("Java-http-client");
    assertThat(signIn.getJsonObject("details").getString("provider")).isEqualTo("credentials");
    assertThat(signIn.getString("session")).isEqualTo(entries.get(0).getString("session"));
    assertThat(entries.get(4).getString("actor")).isEqualTo(site.firstAdmin().name());
  }

  @Test
  void pages_and_filters_fit_together(Site site) {
    Person person = site.newPerson("viewer");
    String query = "?user=" + person.name().toUpperCase(Locale.ROOT) + "&limit=2";
    JsonObject first = page(site, query);
    JsonObject second = page(site, query + "&after=" + first.getString("next"));

    assertThat(first.getJsonArray("items")).hasSize(2);
    assertThat(second.getJsonArray("items")).hasSize(1);
    assertThat(second.isNull("next")).isTrue();
    assertThat(entries(site, query + "&action=sign_in")).hasSize(1);
    String at = first.getJsonArray("items").getJsonObject(0).getString("at");
    assertThat(entries(site, query + "&to=" + at + "&action=sign_in")).isEmpty();
    assertThat(entries(site, query + "&from=" + at + "&action=sign_in")).hasSize(1);
  }

  @Test
  void a_wrong_filter_is_refused_by_its_name(Site site) {
    for (String query : List.of("action=x", "from=x", "to=x", "after=x", "limit=0")) {
      Answer answer = site.send(asAdmin(site, "/auth/api/audit?" + query));
      assertThat(answer.status()).as(query).isEqualTo(400);
      assertThat(answer.body()).contains("\"field\":\"" + query.split("=")[0] + "\"");
    }
    assertThat(site.send(asAdmin(site, "/auth/api/audit.csv?from=x")).status()).isEqualTo(400);
  }

  @Test
  @Tag("AU-01")
  void the_table_is_text_for_a_spreadsheet_and_one_line_for_an_entry(Site site) {
    String name = site.newAccount("viewer");
    Call attempt =
        Call.post("/auth/api/login")
            .header("User-Agent", "=HYPERLINK(\"x\")")
            .json("{\"username\":\"" + name + "\",\"password\":\"" + Site.PASSWORD + "\"}");
    assertThat(site.send(attempt).status()).isEqualTo(200);

    Answer table = site.send(asAdmin(site, "/auth/api/audit.csv?user=" + name));

    assertThat(table.mediaType()).isEqualTo("text/csv");
    assertThat(table.header("Content-Disposition")).contains("attachment; filename=\"audit.csv\"");
    List<String> lines = table.body().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).startsWith("\"id\",\"at\",\"action\",\"outcome\",\"actor\"");
    assertThat(lines.get(1)).contains("\"sign_in\"", "\"'=HYPERLINK(\"\"x\"\")\"");
  }

  @Test
  @Tag("AU-03")
  void a_failure_is_there_a_moment_later_without_what_was_typed(Site site) {
    String name = site.newAccount("viewer");
    site.tryToSignIn(name, "a-wrong-password-typed");
    site.tryToSignIn("a-password-typed-as-a-name", "x");

    await(() -> entries(site, "?action=sign_in_failed&user=" + name).size() == 1);

    String all = site.send(asAdmin(site, "/auth/api/audit?limit=200")).body();
    assertThat(all).doesNotContain("password-typed").doesNotContain(Site.PASSWORD);
    assertThat(site.server().log().lines()).noneMatch(line -> line.contains("password-typed"));
  }

  @Test
  @Tag("AU-05")
  void only_administrators_read_it_and_nobody_changes_it(Site site) {
    Person person = site.newPerson("viewer");
    for (String path : List.of("/auth/api/audit", "/auth/api/audit.csv")) {
      assertThat(site.send(Call.get(path)).status()).isEqualTo(401);
      assertThat(site.send(Call.get(path).cookie(person.token())).status()).isEqualTo(403);
      for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
        Call change = Call.of(method, path).bearer(site.admin().token());
        assertThat(site.send(change).status()).as(method + " " + path).isEqualTo(405);
      }
    }
  }

  @Test
  void the_beans_of_the_application_are_told(Site site) {
    Person person = site.newPerson("viewer");
    site.tryToSignIn(person.name(), "wrong");
    Call role = Call.put("/auth/api/users/" + person.name() + "/role").bearer(site.admin().token());
    assertThat(site.send(role.json("{\"role\":\"operator\"}")).status()).isEqualTo(200);

    String self = person.name() + " " + person.name();
    List<String> told =
        List.of(
            "user_created admin " + person.name(),
            "sign_in " + self,
            "sign_in_failed anonymous " + person.name(),
            "role_changed admin " + person.name());
    await(() -> news(site).containsAll(told));
  }

  @Test
  void the_state_of_the_log_is_for_administrators(Site site) {
    String health = site.send(asAdmin(site, "/auth/api/health")).body();
    assertThat(health).contains("{\"name\":\"audit\",\"status\":\"up\"", "\"dropped\":0");
  }

  private static List<String> news(Site site) {
    return site.send(asAdmin(site, "/api/news")).body().lines().toList();
  }

  private static List<JsonObject> entries(Site site, String query) {
    return page(site, query).getJsonArray("items").getValuesAs(JsonObject.class);
  }

  private static JsonObject page(Site site, String query) {
    Answer answer = site.send(asAdmin(site, "/auth/api/audit" + query));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static Call asAdmin(Site site, String path) {
    return Call.get(path).bearer(site.admin().token());
  }

  /** Each look is a request, which takes its time. */
  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + SOON.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within " + SOON).isLessThan(end);
    }
  }
}
