package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code auth.providers: [credentials, guest]}: strangers see what is public, and nothing else. */
@ClassTemplate
@ExtendWith(GuestIT.Deployed.class)
final class GuestIT {

  static final class Deployed extends EveryDeployment {

    @Override
    Deployment configured(Deployment deployment) {
      return deployment.with("AUTH_PROVIDERS", "credentials,guest");
    }
  }

  @Test
  void a_guest_sees_public_boards_and_no_others(Site site) {
    String open = board(true, site);
    String closed = board(false, site);
    Answer list = site.send(Call.get("/api/boards"));
    assertThat(list.status()).isEqualTo(200);
    assertThat(
            list.json().getJsonArray("items").stream()
                .map(item -> item.asJsonObject().getString("id")))
        .contains(open)
        .doesNotContain(closed);
    assertThat(site.send(Call.get("/api/boards/" + open)).json().getBoolean("public")).isTrue();
    assertThat(site.send(Call.get("/api/boards/" + closed)).status()).isEqualTo(404);
    assertThat(site.send(Call.get("/api/boards/x")).status()).isEqualTo(404);
  }

  @Test
  void a_guest_who_could_do_more_by_signing_in_is_told_so(Site site) {
    String open = board(true, site);
    Call rename = Call.put("/api/boards/" + open).json("{\"name\":\"x\"}");
    for (Call call :
        List.of(
            rename,
            Call.delete("/api/boards/" + open),
            Call.post("/api/boards").json("{\"name\":\"x\"}"),
            Call.get("/api/me"),
            Call.get("/api/cameras"),
            Call.get("/auth/api/profile"),
            Call.get("/auth/api/resources/board/" + open))) {
      Answer refused = site.send(call);
      assertThat(refused.status()).as(call.toString()).isEqualTo(401);
      assertThat(refused.header("WWW-Authenticate")).as(call.toString()).isPresent();
    }
    assertThat(site.send(Call.get("/api/hello")).body()).contains("anonymous");
  }

  @Test
  @Tag("AZ-10")
  void a_credential_that_failed_is_never_a_guest(Site site) {
    String path = "/api/boards/" + board(true, site);
    assertThat(site.send(Call.get(path)).status()).isEqualTo(200);
    assertThat(site.send(Call.get(path).cookie("a.b.c")).status()).isEqualTo(401);
    assertThat(site.send(Call.get(path).bearer("a.b.c")).status()).isEqualTo(401);
    assertThat(site.send(Call.get(path).bearer("janua_x")).status()).isEqualTo(401);
    Call session = Call.get("/auth/api/session").bearer("a.b.c");
    assertThat(site.send(session).json().getBoolean("guest")).isFalse();
  }

  @Test
  void the_endpoints_say_that_guests_are_welcome(Site site) {
    JsonObject session = site.send(Call.get("/auth/api/session")).json();
    assertThat(session.getBoolean("authenticated")).isFalse();
    assertThat(session.getBoolean("guest")).isTrue();
    Call own = Call.get("/auth/api/session").bearer(site.admin().token());
    assertThat(site.send(own).json().getBoolean("guest")).isFalse();
    Call providers = Call.get("/auth/api/providers");
    assertThat(site.send(providers).json().getBoolean("guest")).isTrue();
  }

  @Test
  void a_server_that_asks_hears_of_a_guest_without_a_name(Site site) {
    assertThat(site.send(Call.get("/auth/api/verify")).status()).isEqualTo(401);
    Answer guest = site.send(Call.get("/auth/api/verify?guest=allow"));
    assertThat(guest.status()).isEqualTo(202);
    for (String header : List.of("User", "Role", "Groups", "Email", "Name")) {
      assertThat(guest.headers("Remote-" + header)).as(header).containsExactly("");
    }
    Call failed = Call.get("/auth/api/verify?guest=allow").cookie("a.b.c");
    assertThat(site.send(failed).status()).isEqualTo(401);
  }

  private static String board(boolean open, Site site) {
    String token = site.admin().token();
    Answer made = site.send(Call.post("/api/boards").bearer(token).json("{\"name\":\"x\"}"));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String id = made.json().getString("id");
    String share = "{\"public\":%s,\"users\":[],\"groups\":[]}".formatted(open);
    Call put = Call.put("/auth/api/resources/board/" + id).bearer(token).json(share);
    assertThat(site.send(put).status()).isEqualTo(200);
    return id;
  }
}
