package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.janua.sample.it.http.SetCookie;
import org.janua.sample.it.http.Trust;
import org.janua.sample.it.proxy.ProxyKind;
import org.janua.sample.it.proxy.ReverseProxy;
import org.janua.sample.it.proxy.Upstream;
import org.janua.sample.it.server.Distributions;
import org.janua.sample.it.server.Ports;
import org.janua.sample.it.server.ServerKinds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The files for reverse proxies in {@code server-config}, with one sample on one server. */
final class ReverseProxyIT {

  private static Site site;
  private static Upstream upstream;
  private static Path files;

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectories(Distributions.work());
    files = Files.createTempDirectory(Distributions.work(), "files-");
    Files.writeString(files.resolve("index.html"), GuardChecks.PAGE);
    Files.writeString(files.resolve("page.html"), GuardChecks.PAGE);
    upstream = Upstream.start();
    site =
        new Deployment(ServerKinds.chosen().get(0), Carrier.CONTAINER)
            .with("AUTH_SESSION_LENGTH", "86400")
            .with("AUTH_REFRESH_TIME", "86399") // due from the second second on
            .with("AUTH_TRUSTED_PROXIES", "127.0.0.1")
            .start();
  }

  @AfterAll
  static void stop() throws Exception {
    end(site);
    end(upstream);
  }

  @Nested
  class NginxGuards extends Guarding {
    NginxGuards() {
      super(ProxyKind.NGINX, "guard.conf.template");
    }

    @Test
    void when_janua_is_down_nobody_gets_in_and_the_client_may_try_again() {
      try (ReverseProxy alone = launch("127.0.0.1:" + Ports.draw().http())) {
        Answer answer = Call.get("/page.html").bearer(site.admin().token()).send(alone.address());
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain(GuardChecks.PAGE);
      }
    }
  }

  @Nested
  class CaddyGuards extends Guarding {
    CaddyGuards() {
      super(ProxyKind.CADDY, "guard.Caddyfile");
    }

    @Test
    void when_janua_is_down_nobody_gets_in() {
      try (ReverseProxy alone = launch("127.0.0.1:" + Ports.draw().http())) {
        Answer answer = Call.get("/page.html").bearer(site.admin().token()).send(alone.address());
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body()).doesNotContain(GuardChecks.PAGE);
      }
    }
  }

  @Nested
  class NginxInFront extends InFront {
    NginxInFront() {
      super(ProxyKind.NGINX, "front.conf.template");
    }
  }

  @Nested
  class CaddyInFront extends InFront {
    CaddyInFront() {
      super(ProxyKind.CADDY, "front.Caddyfile");
    }

    @Test
    void behind_a_proxy_that_ends_https_the_cookie_is_secure_and_bound_to_the_host()
        throws IOException {
      try (ReverseProxy https = launchFront(ProxyKind.CADDY_HTTPS, "front.Caddyfile")) {
        HttpClient client =
            Trust.ofCertificate(https.ownAuthority()).client(HttpClient.Version.HTTP_2);
        String name = site.newAccount("viewer");
        Answer in =
            Call.post("/auth/api/login")
                .header("Origin", https.address().toString())
                .json("{\"username\": \"%s\", \"password\": \"%s\"}".formatted(name, Site.PASSWORD))
                .send(client, https.address());
        assertThat(in.status()).as(in.body()).isEqualTo(200);
        assertThat(in.header("Strict-Transport-Security")).isPresent();
        SetCookie cookie = in.cookie("__Host-auth_token").orElseThrow();
        assertThat(cookie.attributes()).contains("secure");
        Call me = Call.get("/api/me").header("Cookie", "__Host-auth_token=" + cookie.value());
        assertThat(me.send(client, https.address()).body()).contains(name);
      }
    }
  }

  /** The checks of one file that guards, with a proxy that runs it. */
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  private abstract static class Guarding extends GuardChecks {
    private final ProxyKind kind;
    private final String file;
    private ReverseProxy proxy;

    Guarding(ProxyKind kind, String file) {
      this.kind = kind;
      this.file = file;
    }

    @BeforeAll
    void startProxy() {
      proxy = launch(janua());
    }

    @AfterAll
    void stopProxy() throws Exception {
      end(proxy);
    }

    ReverseProxy launch(String janua) {
      return ReverseProxy.start(
          kind,
          file,
          Map.of("JANUA", janua, "SITE", files.toString(), "UPSTREAM", upstream.authority()));
    }

    @Override
    URI guard() {
      return proxy.address();
    }

    @Override
    Site site() {
      return site;
    }

    @Override
    Upstream upstream() {
      return upstream;
    }
  }

  /** The checks of one file that stands in front, with a proxy that runs it. */
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  private abstract static class InFront extends FrontChecks {
    private final ProxyKind kind;
    private final String file;
    private ReverseProxy proxy;

    InFront(ProxyKind kind, String file) {
      this.kind = kind;
      this.file = file;
    }

    @BeforeAll
    void startProxy() {
      proxy = launchFront(kind, file);
    }

    @AfterAll
    void stopProxy() throws Exception {
      end(proxy);
    }

    @Override
    URI front() {
      return proxy.address();
    }

    @Override
    Site site() {
      return site;
    }
  }

  /** What could not be started, or was left out, is not there. */
  private static void end(AutoCloseable running) throws Exception {
    if (running != null) {
      running.close();
    }
  }

  private static ReverseProxy launchFront(ProxyKind kind, String file) {
    return ReverseProxy.start(kind, file, Map.of("JANUA", janua()));
  }

  private static String janua() {
    return site.address().getAuthority();
  }
}
