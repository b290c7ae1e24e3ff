package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.janua.sample.it.http.RawCall;
import org.junit.jupiter.api.Test;

/** A second listener whose callers are trusted: {@code auth.internal_ports}. */
abstract class InternalPortChecks {

  @Test
  void a_caller_on_the_internal_port_is_anonymous_and_an_administrator(Site site) {
    Answer hello = Call.get("/api/hello").send(site.server().internalAddress());
    assertThat(hello.status()).isEqualTo(200);
    assertThat(hello.body()).contains("anonymous");
    assertThat(Call.get("/api/admin").send(site.server().internalAddress()).status())
        .isEqualTo(200);
    assertThat(Call.get("/auth/api/users").send(site.server().internalAddress()).status())
        .isEqualTo(200);
  }

  @Test
  void the_internal_port_reads_no_credential(Site site) {
    Call bad = Call.get("/api/hello").bearer("not.a.token");
    assertThat(bad.send(site.server().internalAddress()).status()).isEqualTo(200);
  }

  @Test
  void no_header_makes_another_port_internal(Site site) {
    int port = site.server().internalAddress().getPort();
    List<String> headers =
        List.of(
            "Host: localhost:" + port,
            "X-Forwarded-Port: " + port,
            "X-Forwarded-Host: localhost:" + port,
            "X-Forwarded-For: 127.0.0.1",
            "$WSSP: " + port,
            "$WSPR: HTTP/1.1",
            "Forwarded: for=127.0.0.1;host=\"localhost:" + port + "\"");
    assertThat(RawCall.send(site.address(), "GET", "/api/admin", headers).status()).isEqualTo(401);
    assertThat(RawCall.send(site.address(), "GET", "/auth/api/users", headers).status())
        .isEqualTo(401);
  }

  @Test
  void a_page_of_somebody_else_cannot_use_the_internal_port_to_change_things(Site site) {
    long before = site.visits();
    Call foreign = Call.post("/api/visits").header("Origin", "https://evil.example");
    assertThat(foreign.send(site.server().internalAddress()).status()).isEqualTo(403);
    assertThat(site.visits()).isEqualTo(before);
  }
}
