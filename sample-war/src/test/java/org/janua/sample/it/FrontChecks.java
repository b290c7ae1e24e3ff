package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.janua.sample.it.http.RawCall;
import org.janua.sample.it.http.RawCall.Raw;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reverse proxy that stands in front of the sample and leaves signing in to Janua. */
abstract class FrontChecks {

  /** An address of this machine that is neither the proxy's nor the server's. */
  private static final String CLIENT = "127.0.0.2";

  /** The sample, which trusts a proxy at {@code 127.0.0.1}. */
  abstract Site site();

  /** Where the proxy listens. */
  abstract URI front();

  @Test
  void people_sign_in_and_out_through_it_from_its_own_pages_only() {
    String name = site().newAccount("viewer");
    Call login = Call.post("/auth/api/login").json(credentials(name));
    assertThat(login.header("Origin", "https://evil.example").send(front()).status())
        .isEqualTo(403);
    assertThat(login.header("Origin", site().address().toString()).send(front()).status())
        .as("the address behind the proxy is not this site's")
        .isEqualTo(403);

    Answer in = login.header("Origin", front().toString()).send(front());
    assertThat(in.status()).as(in.body()).isEqualTo(200);
    String token = in.cookie(Call.COOKIE).orElseThrow().value();
    assertThat(Call.get("/api/me").cookie(token).send(front()).body()).contains(name);
    Call visit = Call.post("/api/visits").cookie(token);
    assertThat(visit.header("Origin", front().toString()).send(front()).status()).isEqualTo(200);

    Answer out = Call.get("/auth/api/logout").cookie(token).send(front());
    assertThat(out.status()).isEqualTo(303);
    assertThat(out.header("Location")).contains(front() + "/auth/login");
    assertThat(Call.get("/api/me").cookie(token).send(front()).status()).isEqualTo(401);
  }

  @Test
  void a_stranger_who_opens_a_page_is_led_to_sign_in_and_back() {
    Answer answer = Call.get("/api/me?a=%2F").navigation().send(front());
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location").orElse(""))
        .endsWith("/auth/login?return=" + Call.encoded("/api/me?a=%2F"));
  }

  @ParameterizedTest
  @Tag("IP-01")
  @Tag("TH-05")
  @CsvSource(
      delimiter = '|',
      value = {
        "X-None: 1                                       | X-None: 1",
        "X-Forwarded-For: 203.0.113.9                    | X-None: 1",
        "X-Forwarded-For: 127.0.0.1                      | Forwarded: for=203.0.113.9",
        "X-Forwarded-For: 203.0.113.9                    | X-Forwarded-For: 203.0.113.10",
        "X-Real-IP: 203.0.113.9                          | X_Forwarded_For: 203.0.113.9",
        "Connection: X-Forwarded-For                     | X-Forwarded-For: 203.0.113.9",
        "Connection: X-Forwarded-For, X-Forwarded-Proto  | X-None: 1"
      })
  void a_session_keeps_the_address_of_the_client_whatever_it_says(String one, String other) {
    String name = site().newAccount("viewer");
    Raw in = signIn(name, List.of(one, other));
    assertThat(in.status()).as(in.text()).isEqualTo(200);
    String token = in.text().replaceFirst("(?s).*auth_token=([^;]+);.*", "$1");

    JsonObject session =
        Call.get("/auth/api/sessions")
            .cookie(token)
            .send(front())
            .json()
            .getJsonArray("items")
            .getJsonObject(0);

    assertThat(session.getString("ip")).isEqualTo(CLIENT);
  }

  @Test
  @Tag("IP-08")
  void a_client_without_https_cannot_say_that_it_has_it() {
    Raw in =
        signIn(
            site().newAccount("viewer"),
            List.of("X-Forwarded-Proto: https", "Forwarded: proto=https"));
    assertThat(in.status()).isEqualTo(200);
    assertThat(in.text()).contains("Set-Cookie: auth_token=").doesNotContain("Secure");
  }

  @Test
  @Tag("TH-01")
  @Tag("TH-05")
  void what_a_client_says_about_itself_signs_nobody_in() {
    List<String> headers =
        List.of(
            "Remote-User: admin",
            "Remote-Role: admin",
            "X-Forwarded-User: admin",
            "X-Proxy-Secret: guess",
            "Connection: X-Proxy-Secret, X-Forwarded-For");
    for (String path : List.of("/api/me", "/api/admin", "/auth/api/users", "/auth/api/verify")) {
      assertThat(raw("GET", path, headers, "").status()).as(path).isEqualTo(401);
    }
  }

  private Raw signIn(String name, List<String> headers) {
    List<String> all = new ArrayList<>(headers);
    all.add("Content-Type: application/json");
    return raw("POST", "/auth/api/login", all, credentials(name));
  }

  private Raw raw(String method, String target, List<String> headers, String body) {
    List<String> all = new ArrayList<>(headers);
    all.add("Host: " + front().getAuthority());
    return RawCall.sendFrom(CLIENT, front(), method, target, all, body);
  }

  private static String credentials(String name) {
    return "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(name, Site.PASSWORD);
  }
}
