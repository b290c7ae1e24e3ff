package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.janua.sample.it.report.RefusedByFilterCarrier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application's own endpoints, protected the way applications protect them. */
abstract class EndpointChecks {

  @Test
  void a_public_endpoint_greets_a_stranger(Site site) {
    Answer answer = site.send(Call.get("/api/hello"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("anonymous");
  }

  @Test
  void a_public_endpoint_knows_who_is_signed_in(Site site) {
    Person viewer = site.newPerson("viewer");
    assertThat(site.send(Call.get("/api/hello").cookie(viewer.token())).body())
        .contains(viewer.name());
    assertThat(site.send(Call.get("/api/hello").bearer(viewer.token())).body())
        .contains(viewer.name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/me", "/api/admin", "/api/create-check"})
  void a_stranger_is_told_to_sign_in(String path, Site site) {
    Answer answer = site.send(Call.get(path));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate"))
        .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
    assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    assertThat(answer.json().getInt("status")).isEqualTo(401);
    assertThat(answer.json().getString("title")).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/servlet/admin", "/api/ejb"})
  void a_stranger_does_not_pass_what_the_container_guards(String path, Site site) {
    Answer answer = site.send(Call.get(path));
    assertThat(answer.status()).isIn(refusals(path, site));
    assertThat(answer.body()).doesNotContain("The servlet let", "vault is open");
  }

  @Test
  void any_signed_in_caller_passes_where_no_role_is_asked(Site site) {
    Person viewer = site.newPerson("viewer");
    Answer answer = site.send(Call.get("/api/me").cookie(viewer.token()));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains(viewer.name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/admin", "/api/create-check"})
  void a_viewer_is_not_allowed_what_needs_a_role(String path, Site site) {
    Person viewer = site.newPerson("viewer");
    assertThat(site.send(Call.get(path).cookie(viewer.token())).status()).isEqualTo(403);
    assertThat(site.send(Call.get(path).bearer(viewer.token())).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/servlet/admin", "/api/ejb"})
  void a_viewer_does_not_pass_what_the_container_guards(String path, Site site) {
    Person viewer = site.newPerson("viewer");
    List<Integer> refusals =
        site.carrier().meetsServletConstraints() ? List.of(403) : refusals(path, site);
    assertThat(site.send(Call.get(path).cookie(viewer.token())).status()).isIn(refusals);
    assertThat(site.send(Call.get(path).bearer(viewer.token())).status()).isIn(refusals);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/admin", "/api/create-check", "/api/me"})
  void an_administrator_passes_a_rule_on_a_rest_method(String path, Site site) {
    assertPasses(path, site);
  }

  @Test
  @RefusedByFilterCarrier
  void an_administrator_passes_a_servlet_constraint(Site site) {
    assertContainerRule("/servlet/admin", site);
  }

  @Test
  @RefusedByFilterCarrier
  void an_administrator_passes_a_rule_on_an_ejb_method(Site site) {
    assertContainerRule("/api/ejb", site);
  }

  @Test
  void a_page_that_needs_signing_in_leads_to_the_login_page_and_back(Site site) {
    Answer answer = site.send(Call.get("/api/admin?tab=2").navigation());
    assertThat(answer.status()).isIn(302, 303);
    assertThat(answer.header("Location"))
        .hasValueSatisfying(
            location ->
                assertThat(location).endsWith("/auth/login?return=%2Fapi%2Fadmin%3Ftab%3D2"));
  }

  @Test
  void a_script_is_answered_401_even_if_it_accepts_html(Site site) {
    Call script =
        Call.get("/api/admin").header("Accept", "text/html, */*").header("Sec-Fetch-Mode", "cors");
    assertThat(site.send(script).status()).isEqualTo(401);
  }

  @Test
  void the_endpoints_of_janua_are_not_published_under_the_path_of_the_application(Site site) {
    Person admin = site.admin();
    for (String path : new String[] {"/api/profile", "/api/users", "/api/api/profile"}) {
      assertThat(site.send(Call.get(path).bearer(admin.token())).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void the_endpoints_of_the_application_are_not_published_under_the_path_of_janua(Site site) {
    Person admin = site.admin();
    for (String path : new String[] {"/auth/api/hello", "/auth/hello", "/auth/api/admin"}) {
      assertThat(site.send(Call.get(path).bearer(admin.token())).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  @Tag("PA-06")
  void a_head_request_is_judged_like_a_get(Site site) {
    assertThat(site.send(Call.of("HEAD", "/api/admin")).status()).isEqualTo(401);
    assertThat(site.send(Call.of("HEAD", "/auth/api/users")).status()).isEqualTo(401);
    assertThat(site.send(Call.of("FOO", "/auth/api/users").bearer(site.admin().token())).status())
        .isIn(400, 403, 405, 501);
  }

  @Test
  void a_demoted_administrator_is_refused_at_the_next_request(Site site) {
    Person demoted = site.newPerson("admin");
    assertThat(site.send(Call.get("/api/admin").bearer(demoted.token())).status()).isEqualTo(200);
    Answer changed =
        site.send(
            Call.put("/auth/api/users/" + demoted.name() + "/role")
                .bearer(site.admin().token())
                .json("{\"role\":\"viewer\"}"));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(site.send(Call.get("/api/admin").bearer(demoted.token())).status()).isEqualTo(403);
    assertThat(site.send(Call.get("/auth/api/users").bearer(demoted.token())).status())
        .isEqualTo(403);
  }

  private static void assertPasses(String path, Site site) {
    assertThat(site.send(Call.get(path).cookie(site.admin().token())).status()).isEqualTo(200);
    assertThat(site.send(Call.get(path).bearer(site.admin().token())).status()).isEqualTo(200);
  }

  /** The container enforces this before or without any filter: it has to know the caller itself. */
  private static void assertContainerRule(String path, Site site) {
    if (site.carrier().meetsServletConstraints()) {
      assertPasses(path, site);
    } else {
      assertThat(site.send(Call.get(path).cookie(site.admin().token())).status())
          .isIn(refusals(path, site));
    }
  }

  /** WildFly answers 500 to a servlet constraint when there is no mechanism to meet it. */
  private static List<Integer> refusals(String path, Site site) {
    boolean unmet = path.startsWith("/servlet/") && !site.carrier().meetsServletConstraints();
    return unmet ? List.of(401, 403, 500) : List.of(401, 403);
  }
}
