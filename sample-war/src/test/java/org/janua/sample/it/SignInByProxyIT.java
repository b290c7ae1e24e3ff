package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.janua.sample.it.EveryProxiedServer.SECRET;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.janua.sample.it.http.RawCall;
import org.janua.sample.it.http.RawCall.Raw;
import org.janua.sample.it.proxy.Gatekeeper;
import org.janua.sample.it.proxy.Gatekeeper.Product;
import org.janua.sample.it.proxy.ProxyKind;
import org.janua.sample.it.proxy.ReverseProxy;
import org.janua.sample.it.server.Distributions;
import org.janua.sample.it.server.ServerKinds;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Janua behind a real proxy that has people signed in by another product: the files of {@code
 * server-config}, both sides of each pair as they are.
 */
final class SignInByProxyIT {

  @ParameterizedTest
  @EnumSource
  @Tag("TH-01")
  @Tag("TH-03")
  @Tag("TH-05")
  void people_are_who_the_product_says_they_are_and_nobody_else(Product product) {
    Pair pair = Pair.of(product);
    Deployment deployment =
        new Deployment(ServerKinds.chosen().get(0), Carrier.CONTAINER)
            .withoutFirstAdmin()
            .with("PROXY_AUTH_SECRET", SECRET)
            .with(
                "AUTH_CONFIG_FILE", Distributions.serverConfig().resolve(pair.janua()).toString());
    try (Site site = deployment.start();
        Gatekeeper gatekeeper = Gatekeeper.start(product);
        ReverseProxy proxy = pair.start(site, gatekeeper)) {
      assertLeadsStrangersToTheProduct(proxy.address());
      assertSignsIn(proxy.address(), pair.userName());
      assertForgingGivesNothing(proxy.address(), pair);
      assertNothingGoesPastTheProxy(site, pair);
    }
  }

  private static void assertLeadsStrangersToTheProduct(URI proxy) {
    for (Call call : List.of(Call.get("/api/me"), Call.post("/api/visits"))) {
      Answer stranger = call.send(proxy);
      assertThat(stranger.status()).isIn(302, 307);
      assertThat(stranger.header("Location").orElse(""))
          .matches(
              "https://(auth|accounts)\\.example\\.org/.+|/(outpost.goauthentik.io|oauth2)/start\\?rd=http.+");
    }
  }

  private static void assertSignsIn(URI proxy, String user) {
    Answer session = as(Gatekeeper.USER, "/auth/api/session").send(proxy);
    assertThat(session.json().getString("username")).isEqualTo(user);
    assertThat(session.json().getString("role")).isEqualTo("viewer");
    assertThat(as(Gatekeeper.USER, "/api/me").send(proxy).body()).contains(user);
    assertThat(as(Gatekeeper.USER, "/api/admin").send(proxy).status()).isEqualTo(403);
    assertThat(as(Gatekeeper.ADMIN, "/api/admin").send(proxy).status()).isEqualTo(200);
    assertThat(as(Gatekeeper.ADMIN, "/auth/api/users").send(proxy).status()).isEqualTo(200);
    assertThat(as(Gatekeeper.ADMIN, "/auth/api/session").send(proxy).json().getString("role"))
        .isEqualTo("admin");
  }

  private static void assertForgingGivesNothing(URI proxy, Pair pair) {
    List<String> forged = pair.forged();
    Raw seen = raw(proxy, "/auth/api/session", forged);
    assertThat(seen.text()).contains("\"" + pair.userName() + "\"", "\"viewer\"");
    assertThat(raw(proxy, "/api/admin", forged).status()).isEqualTo(403);
    for (String header : List.of("X-Proxy-Secret", pair.userHeader(), pair.groupsHeader())) {
      List<String> dropped = new ArrayList<>(forged);
      dropped.add("Connection: " + header);
      assertThat(raw(proxy, "/api/admin", dropped).status()).as(header).isIn(400, 401, 403);
    }
  }

  /** Whoever reaches Janua beside the proxy has the headers, and not the secret. */
  private static void assertNothingGoesPastTheProxy(Site site, Pair pair) {
    Call named =
        Call.get("/api/me")
            .header(pair.userHeader(), Gatekeeper.ADMIN)
            .header(pair.groupsHeader(), pair.adminGroup());
    assertThat(site.send(named).status()).as("no secret").isEqualTo(401);
    assertThat(site.send(named.header("X-Proxy-Secret", "x".repeat(32))).status())
        .as("another secret")
        .isEqualTo(401);
    assertThat(site.send(named.header("X-Proxy-Secret", SECRET)).status())
        .as("the proxy itself, so that the others mean something")
        .isEqualTo(200);
  }

  private static Call as(String person, String path) {
    return Call.get(path).header("Cookie", "gatekeeper=" + person);
  }

  private static Raw raw(URI proxy, String target, List<String> headers) {
    List<String> all = new ArrayList<>(headers);
    all.add("Host: " + proxy.getAuthority());
    all.add("Cookie: gatekeeper=" + Gatekeeper.USER);
    return RawCall.send(proxy, "GET", target, all);
  }

  /** A proxy's file and Janua's. */
  private record Pair(
      ProxyKind kind,
      String proxy,
      String janua,
      String userHeader,
      String groupsHeader,
      String adminGroup,
      String userName) {

    static Pair of(Product product) {
      return switch (product) {
        case AUTHELIA -> nginx("authelia", "Remote-User", "Remote-Groups", "admins");
        case AUTHENTIK ->
            nginx("authentik", "X-authentik-username", "X-authentik-groups", "authentik Admins");
        case OAUTH2_PROXY ->
            nginx(
                "oauth2-proxy",
                "X-Auth-Request-Preferred-Username",
                "X-Auth-Request-Groups",
                "admins");
        case TRAEFIK_FORWARD_AUTH ->
            new Pair(
                ProxyKind.CADDY,
                "traefik-forward-auth.Caddyfile",
                "caddy/traefik-forward-auth.auth.yml",
                "X-Forwarded-User",
                "X-Forwarded-Groups",
                "admins",
                Gatekeeper.USER + "@example.org");
      };
    }

    private static Pair nginx(String name, String user, String groups, String admins) {
      return new Pair(
          ProxyKind.NGINX,
          name + ".conf.template",
          "nginx/" + name + ".auth.yml",
          user,
          groups,
          admins,
          Gatekeeper.USER);
    }

    ReverseProxy start(Site site, Gatekeeper gatekeeper) {
      return ReverseProxy.start(
          kind,
          proxy,
          Map.of(
              "JANUA",
              site.address().getAuthority(),
              "GATEKEEPER",
              gatekeeper.authority(),
              "PROXY_SECRET",
              SECRET,
              "ADMIN",
              Gatekeeper.ADMIN + "@example.org"));
    }

    /** What a client may send to be somebody else. */
    List<String> forged() {
      return List.of(
          "X-Proxy-Secret: " + SECRET,
          "X_Proxy_Secret: " + SECRET,
          userHeader + ": " + Gatekeeper.ADMIN,
          userHeader.replace('-', '_') + ": " + Gatekeeper.ADMIN,
          groupsHeader + ": " + adminGroup,
          groupsHeader.replace('-', '_') + ": " + adminGroup);
    }
  }
}
