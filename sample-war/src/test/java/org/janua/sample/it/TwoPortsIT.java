package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.janua.sample.it.http.RawCall;
import org.janua.sample.it.http.SetCookie;
import org.janua.sample.it.http.Trust;
import org.janua.sample.it.server.ServerKind;
import org.janua.sample.it.server.Setup;
import org.janua.sample.it.server.TlsKey;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two listeners and no third: https for people who sign in, and a plain one on the loopback address
 * for programs that need not. On the servers that have files for it.
 */
@ClassTemplate
@ExtendWith(EveryKind.class)
final class TwoPortsIT {

  private static final String COOKIE = "__Host-auth_token";

  @Test
  void people_sign_in_over_https_and_programs_need_not_inside(ServerKind kind) throws IOException {
    assumeTrue(kind.hasTwoPorts(), kind.name() + " has no files for two ports");
    Deployment deployment = new Deployment(kind, Carrier.CONTAINER).with(Setup.Option.TWO_PORTS);
    try (Site site = deployment.start()) {
      Trust trust = Trust.of(site.server().keyStore(), TlsKey.PASSWORD);
      for (HttpClient.Version version : HttpClient.Version.values()) {
        assertSignsInOverHttps(site, trust.client(version));
      }
      assertInside(site);
      assertNothingImitatesTheInternalPort(site, trust);
      assertOnlyThisMachineReachesTheInternalPort(site);
    }
  }

  private static void assertSignsInOverHttps(Site site, HttpClient client) {
    URI tls = site.server().tlsAddress();
    assertThat(Call.get("/api/hello").send(client, tls).body()).contains("anonymous");
    assertThat(Call.get("/api/me").send(client, tls).status()).isEqualTo(401);

    Answer in =
        Call.post("/auth/api/login")
            .header("Origin", tls.toString())
            .json(
                "{\"username\": \"%s\", \"password\": \"%s\"}"
                    .formatted(site.firstAdmin().name(), site.firstAdmin().password()))
            .send(client, tls);

    assertThat(in.status()).as(in.body()).isEqualTo(200);
    assertThat(in.header("Strict-Transport-Security")).isPresent();
    SetCookie cookie = in.cookie(COOKIE).orElseThrow();
    assertThat(cookie.reach()).containsExactly("httponly", "path=/", "samesite=lax", "secure");
    Call me = Call.get("/api/me");
    assertThat(me.header("Cookie", COOKIE + "=" + cookie.value()).send(client, tls).body())
        .contains(site.firstAdmin().name());
    assertThat(me.cookie(cookie.value()).send(client, tls).status())
        .as("a cookie that another host may have planted")
        .isEqualTo(401);
  }

  private static void assertInside(Site site) {
    URI inside = site.server().internalAddress();
    assertThat(Call.get("/api/hello").send(inside).body()).contains("anonymous");
    for (String path : List.of("/api/admin", "/servlet/admin", "/api/ejb", "/auth/api/users")) {
      assertThat(Call.get(path).send(inside).status()).as(path).isEqualTo(200);
    }
  }

  private static void assertNothingImitatesTheInternalPort(Site site, Trust trust) {
    URI tls = site.server().tlsAddress();
    int port = site.server().internalAddress().getPort();
    String inside = "localhost:" + port;
    List<String> headers =
        List.of(
            "X-Server-Port: " + port,
            "X-Forwarded-Port: " + port,
            "X-Forwarded-Host: " + inside,
            "X-Forwarded-Server: " + inside,
            "X-Forwarded-Proto: http",
            "X-Forwarded-For: 127.0.0.1",
            "X-Real-IP: 127.0.0.1",
            "X-Original-URL: http://" + inside + "/api/admin",
            "Forwarded: for=127.0.0.1;proto=http;host=\"" + inside + "\"",
            "Via: 1.1 " + inside);
    List<String> hosts = List.of("Host: " + tls.getAuthority(), "Host: " + inside);
    for (String origin : List.of("", "http://" + inside, "https://" + inside)) {
      for (String host : hosts) {
        for (String path : List.of("/api/admin", "/auth/api/users", "/auth/api/verify")) {
          String target = origin + path;
          for (String header : headers) {
            assertRefused(site, trust, target, List.of(host, header));
          }
          List<String> all = new ArrayList<>(headers);
          all.add(host);
          assertRefused(site, trust, target, all);
        }
      }
    }
  }

  private static void assertRefused(Site site, Trust trust, String target, List<String> headers) {
    assertThat(
            RawCall.send(trust.sockets(), site.server().tlsAddress(), "GET", target, headers)
                .status())
        .as(target + " " + headers)
        .isIn(400, 401);
  }

  private static void assertOnlyThisMachineReachesTheInternalPort(Site site) throws IOException {
    int port = site.server().internalAddress().getPort();
    Optional<InetAddress> outside =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .findFirst();
    if (outside.isPresent()) { // without one there is nobody to be kept out
      assertThat(reaches(outside.get(), port)).isFalse();
    }
    assertThat(reaches(InetAddress.getLoopbackAddress(), port)).isTrue();
  }

  private static boolean reaches(InetAddress address, int port) throws IOException {
    try (Socket socket = new Socket(address, port)) {
      return socket.isConnected();
    } catch (ConnectException refused) {
      return false;
    }
  }
}
