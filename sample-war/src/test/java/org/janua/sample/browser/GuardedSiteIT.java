package org.janua.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.janua.sample.it.proxy.ProxyKind;
import org.janua.sample.it.proxy.ReverseProxy;
import org.janua.sample.it.server.Distributions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A site that is not Java, guarded by Janua through a reverse proxy, as a visitor sees it. */
@ExtendWith(OnStage.class)
class GuardedSiteIT {

  private final Stage stage;

  GuardedSiteIT(Stage stage) {
    this.stage = stage;
  }

  @ParameterizedTest
  @ValueSource(strings = {"nginx", "caddy"})
  void a_visitor_signs_in_on_the_way_to_the_page(String product) throws IOException {
    try (ReverseProxy guard = guard(product);
        Tab tab = stage.tab(guard.address()).open("/inner/page.html?a=b#c")) {
      assertThat(tab.page().url()).startsWith(tab.address("/auth/login?return="));

      tab.signIn(stage.admin());

      assertThat(tab.page().url()).startsWith(tab.address("/inner/page.html?a=b"));
      assertThat(tab.page().innerText("body")).isEqualTo("Welcome inside.");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  private ReverseProxy guard(String product) throws IOException {
    Path site = Files.createTempDirectory(Distributions.work(), "guarded-");
    Path page = site.resolve("inner/page.html");
    Files.createDirectories(page.getParent());
    Files.writeString(page, "<!doctype html><title>Inside</title><body>Welcome inside.");
    Files.writeString(site.resolve("favicon.ico"), "");
    Map<String, String> values =
        Map.of(
            "JANUA", stage.address().getAuthority(),
            "SITE", site.toString(),
            "UPSTREAM", "127.0.0.1:9");
    return product.equals("nginx")
        ? ReverseProxy.start(ProxyKind.NGINX, "guard.conf.template", values)
        : ReverseProxy.start(ProxyKind.CADDY, "guard.Caddyfile", values);
  }
}
