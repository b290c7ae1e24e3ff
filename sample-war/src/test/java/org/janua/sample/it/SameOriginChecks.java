package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Call;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests that change something and come from somebody else's page. */
abstract class SameOriginChecks {

  @Test
  @Tag("BR-03")
  void a_foreign_page_cannot_sign_a_person_in(Site site) {
    String body =
        "{\"username\":\"%s\",\"password\":\"%s\"}"
            .formatted(site.newAccount("viewer"), Site.PASSWORD);
    for (Call foreign : foreign(Call.post("/auth/api/login").json(body))) {
      assertThat(site.send(foreign).status()).isEqualTo(403);
    }
  }

  @Test
  @Tag("SE-03")
  void a_foreign_page_cannot_sign_a_person_out(Site site) {
    Person person = site.newPerson("viewer");
    for (Call foreign : foreign(Call.post("/auth/api/logout").cookie(person.token()))) {
      assertThat(site.send(foreign).status()).isEqualTo(403);
    }
    assertThat(site.send(Call.get("/api/me").cookie(person.token())).status()).isEqualTo(200);
  }

  @Test
  @Tag("BR-01")
  @Tag("BR-02")
  void a_foreign_page_cannot_change_anything_in_the_application(Site site) {
    Person person = site.newPerson("viewer");
    long before = site.visits();
    for (Call foreign : foreign(Call.post("/api/visits").cookie(person.token()))) {
      assertThat(site.send(foreign).status()).isEqualTo(403);
    }
    assertThat(site.visits()).isEqualTo(before);
  }

  @Test
  @Tag("BR-02")
  void a_foreign_page_cannot_change_anything_in_an_account(Site site) {
    Call change = Call.delete("/auth/api/sessions").cookie(site.admin().token());
    for (Call foreign : foreign(change)) {
      assertThat(site.send(foreign).status()).isEqualTo(403);
    }
  }

  @Test
  void an_own_page_may_change_things(Site site) {
    Person person = site.newPerson("viewer");
    Call post = Call.post("/api/visits").cookie(person.token());
    String own = site.address().toString();
    assertThat(site.send(post.header("Origin", own)).status()).isEqualTo(200);
    assertThat(site.send(post.header("Sec-Fetch-Site", "same-origin")).status()).isEqualTo(200);
    assertThat(site.send(post.header("Sec-Fetch-Site", "none")).status()).isEqualTo(200);
    assertThat(site.send(post).status()).isEqualTo(200);
  }

  @Test
  void a_bearer_token_is_not_sent_by_browsers_on_their_own_and_may_come_from_anywhere(Site site) {
    Person person = site.newPerson("viewer");
    Call post = Call.post("/api/visits").bearer(person.token());
    assertThat(site.send(post.header("Origin", "https://evil.example")).status()).isEqualTo(200);
  }

  @Test
  @Tag("BR-04")
  void no_answer_invites_a_foreign_origin(Site site) {
    Call call =
        Call.get("/auth/api/session")
            .cookie(site.admin().token())
            .header("Origin", "https://evil.example");
    assertThat(site.send(call).header("Access-Control-Allow-Origin")).isEmpty();
  }

  private static List<Call> foreign(Call call) {
    return List.of(
        call.header("Origin", "https://evil.example"),
        call.header("Origin", "null"),
        call.header("Sec-Fetch-Site", "cross-site"),
        call.header("Sec-Fetch-Site", "same-site"));
  }
}
