package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.janua.sample.guarded.GuardedBean;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code @RequiresPermission} on REST methods, on CDI beans behind a servlet and on enterprise
 * beans, with every type of id, on every chosen server with every carrier.
 */
@ClassTemplate
@ExtendWith(GuardedMethodsIT.Deployed.class)
final class GuardedMethodsIT {

  private static final String UUID = "0190b1a4-7c1f-7a3e-9d57-0242ac120002";

  static final class Deployed extends EveryDeployment {

    @Override
    Deployment configured(Deployment deployment) {
      return deployment.withWar(WarWith.thePackageOf(GuardedBean.class));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/guarded/key",
        "/servlet/guarded?door=key",
        "/servlet/guarded?door=inherited",
        "/servlet/guarded?door=service-key"
      })
  void a_key_opens_to_whoever_holds_it(String path, Site site) {
    assertThat(open(path, site.admin(), site)).isEqualTo("200 open");
    assertThat(open(path, site.newPerson("viewer"), site)).startsWith("403");
    assertThat(site.send(Call.get(path)).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/guarded/%s/",
        "/servlet/guarded?door=%s&id=",
        "/servlet/guarded?door=service-%s&id="
      })
  void a_level_opens_to_whoever_has_it_on_that_thing(String form, Site site) {
    Person reader = reader(site);
    String text = form.formatted("text");
    String change = form.formatted("change");
    assertThat(open(text + "b1", site.admin(), site)).isEqualTo("200 open");
    assertThat(open(change + "b1", site.admin(), site)).isEqualTo("200 open");
    assertThat(open(text + "b1", reader, site)).isEqualTo("200 open");
    assertThat(open(change + "b1", reader, site)).as("visible").startsWith("403");
    assertThat(open(text + "b2", reader, site)).as("not visible").startsWith("404");
    assertThat(open(change + "b2", reader, site)).as("not visible").startsWith("404");
    assertThat(open(text + "B1", reader, site)).startsWith("404");
    assertThat(site.send(Call.get(text + "b1")).status()).isEqualTo(401);
    assertThat(site.send(Call.get(change + "b2")).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "text,     b1,         200",
    "text,     ,           404",
    "uuid,     " + UUID + ", 200",
    "uuid,     0190b1a4-7c1f-7a3e-9d57-0242ac120003, 404",
    "wide,     7000000000, 200",
    "wide,     8,          404",
    "narrow,   7,          200",
    "narrow,   -7,         404",
    "constant, GARAGE,     200",
    "constant, FRONT_DOOR, 404",
    "constant, ,           404",
    "replaced, b1,         403",
    "replaced, b2,         404"
  })
  void the_id_is_what_the_argument_says_of_itself(
      String door, String id, String status, Site site) {
    String path = "/servlet/guarded?door=" + door + (id == null ? "" : "&id=" + id);
    assertThat(open(path, reader(site), site)).startsWith(status);
    assertThat(open(path, site.admin(), site)).startsWith(id == null ? "404" : "200");
  }

  @Test
  void a_refusal_is_a_problem_wherever_it_comes_from(Site site) {
    Person reader = reader(site);
    for (String path :
        List.of(
            "/api/guarded/text/b2",
            "/servlet/guarded?door=text&id=b2",
            "/servlet/guarded?door=service-text&id=b2")) {
      Answer answer = site.send(Call.get(path).bearer(reader.token()));
      assertThat(answer.mediaType()).as(path).isEqualTo("application/problem+json");
      assertThat(answer.json().getInt("status")).as(path).isEqualTo(404);
    }
  }

  /** Somebody whose role reads some boards and one camera. */
  private static Person reader(Site site) {
    String role =
        "{\"name\":\"reader\",\"resources\":{\"board\":[\"b1\",\"7\",\"7000000000\",\"%s\"],\"camera\":[\"garage\"]}}"
            .formatted(UUID);
    Answer made = site.send(Call.post("/auth/api/roles").bearer(site.admin().token()).json(role));
    assertThat(made.status()).as(made.body()).isIn(201, 409);
    return site.newPerson("reader");
  }

  private static String open(String path, Person person, Site site) {
    Answer byToken = site.send(Call.get(path).bearer(person.token()));
    Answer byCookie = site.send(Call.get(path).cookie(person.token()));
    assertThat(byCookie.status()).isEqualTo(byToken.status());
    return byToken.status() + " " + byToken.body().strip();
  }
}
