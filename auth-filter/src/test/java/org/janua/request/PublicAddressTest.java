package org.janua.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The address a browser reached, behind a proxy that ends its encryption. */
class PublicAddressTest {

  private final PublicAddress direct = new PublicAddress("http", "10.0.0.5:8080");

  @Test
  void a_configured_address_is_what_it_is() {
    PublicAddress configured = PublicAddress.of(URI.create("HTTPS://apps.example.org/shop"));

    assertThat(configured.origin()).isEqualTo("https://apps.example.org");
    assertThat(configured.isSecure()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https, app.example.org,      https://app.example.org",
    "HTTPS, app.example.org:8443, https://app.example.org:8443",
    "http,  app.example.org,      http://app.example.org",
    "https, [2001:db8::1]:8443,   https://[2001:db8::1]:8443",
    "https, ,                     https://10.0.0.5:8080",
    ",      app.example.org,      http://app.example.org",
    ",      ,                     http://10.0.0.5:8080"
  })
  void a_proxy_says_what_the_browser_asked_for(String proto, String host, String origin) {
    AnyRequest request = AnyRequest.get("/");
    AnyRequest told = proto == null ? request : request.with("X-Forwarded-Proto", proto);
    AnyRequest sent = host == null ? told : told.with("X-Forwarded-Host", host);

    assertThat(direct.forwarded(sent::headers).origin()).isEqualTo(origin);
  }

  @ParameterizedTest
  @Tag("IP-08")
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-Proto | https,http",
        "X-Forwarded-Proto | https https",
        "X-Forwarded-Proto | ftp",
        "X-Forwarded-Proto | javascript",
        "X-Forwarded-Host  | a.example, b.example",
        "X-Forwarded-Host  | a.example/path",
        "X-Forwarded-Host  | user@a.example",
        "X-Forwarded-Host  | a.example:port",
        "X-Forwarded-Host  | http://a.example",
        "X-Forwarded-Host  | a b",
        "X-Forwarded-Host  | ä.example"
      })
  void what_can_be_read_in_two_ways_is_not_read(String header, String value) {
    AnyRequest request = AnyRequest.get("/").with(header.strip(), value);

    assertThat(direct.forwarded(request::headers)).isEqualTo(direct);
  }

  @ParameterizedTest
  @Tag("PA-12")
  @ValueSource(strings = {"", "a b", "[::1", "a:80:90", "a@b", "a/b", "a#b", "a?b", "<a>", "a:b"})
  void a_host_that_cannot_be_one_is_nobodys(String host) {
    assertThat(PublicAddress.reached(true, host).origin()).isEqualTo("https://host.invalid");
  }

  @Test
  @Tag("IP-08")
  void two_lines_are_not_read_either() {
    AnyRequest request =
        AnyRequest.get("/")
            .with("X-Forwarded-Proto", "https")
            .with("X-Forwarded-Proto", "https")
            .with("X-Forwarded-Host", "a.example")
            .with("X-Forwarded-Host", "a.example");

    assertThat(direct.forwarded(request::headers)).isEqualTo(direct);
  }
}
