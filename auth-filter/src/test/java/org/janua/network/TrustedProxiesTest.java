package org.janua.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a request came from, behind proxies. */
class TrustedProxiesTest {

  private static final String PROXY = "10.0.0.1";

  private final TrustedProxies proxies =
      new TrustedProxies(
          Stream.of("10.0.0.0/8", "2001:db8:aaaa::/48")
              .map(text -> Network.parse(text).orElseThrow())
              .toList());

  @Test
  @Tag("IP-01")
  void the_header_of_a_peer_that_is_not_trusted_is_not_read() {
    assertThat(proxies.client("203.0.113.9", List.of("127.0.0.1"))).isEqualTo("203.0.113.9");
    assertThat(new TrustedProxies(List.of()).client(PROXY, List.of("1.2.3.4"))).isEqualTo(PROXY);
  }

  @ParameterizedTest
  @Tag("IP-02")
  @CsvSource(
      delimiter = '|',
      value = {
        "9.9.9.9, 1.2.3.4                    | 1.2.3.4",
        "9.9.9.9,1.2.3.4,10.0.0.7            | 1.2.3.4",
        "9.9.9.9, 1.2.3.4, 10.0.0.7, 10.9.9.9| 1.2.3.4",
        "127.0.0.1, 1.2.3.4                  | 1.2.3.4",
        "1.2.3.4, ::ffff:10.0.0.7            | 1.2.3.4",
        "1.2.3.4, 2001:db8:aaaa::7           | 1.2.3.4",
        "1.2.3.4, 2001:db8:bbbb::7           | 2001:db8:bbbb::7"
      })
  void the_client_is_the_right_most_hop_that_is_not_trusted(String header, String client) {
    assertThat(proxies.client(PROXY, List.of(header))).isEqualTo(client);
  }

  @Test
  @Tag("IP-02")
  void lines_are_joined_in_their_order() {
    assertThat(proxies.client(PROXY, List.of("9.9.9.9", "1.2.3.4"))).isEqualTo("1.2.3.4");
    assertThat(proxies.client(PROXY, List.of("9.9.9.9, 1.2.3.4", "10.0.0.7"))).isEqualTo("1.2.3.4");
  }

  @Test
  @Tag("IP-02")
  void when_all_are_trusted_it_is_the_left_most_and_without_a_header_the_peer() {
    assertThat(proxies.client(PROXY, List.of("10.0.0.5, 10.0.0.6"))).isEqualTo("10.0.0.5");
    assertThat(proxies.client(PROXY, List.of())).isEqualTo(PROXY);
  }

  @Test
  @Tag("IP-02")
  void the_walk_ends_after_so_many_hops() {
    String hops =
        IntStream.rangeClosed(1, 500)
            .mapToObj(i -> "10.1." + i / 256 + "." + i % 256)
            .collect(Collectors.joining(","));

    assertThat(proxies.client(PROXY, List.of("1.2.3.4," + hops)))
        .isEqualTo("10.1.1." + (500 - TrustedProxies.MOST_HOPS + 1 - 256));
  }

  @ParameterizedTest
  @Tag("IP-03")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "1.2.3.4:5678              | 1.2.3.4",
        "[2001:db8::1]:443         | 2001:db8::1",
        "[2001:db8::1]             | 2001:db8::1",
        "\"[2001:db8::1]\"         | 2001:db8::1",
        "\"[2001:db8::1]:443\"     | 2001:db8::1",
        "\"1.2.3.4:5678\"          | 1.2.3.4",
        "2001:DB8:0::1             | 2001:db8::1",
        "[::ffff:1.2.3.4]:80       | 1.2.3.4"
      })
  void ports_brackets_and_quotes_are_dropped(String hop, String client) {
    assertThat(proxies.client(PROXY, List.of(hop))).isEqualTo(client);
    assertThat(proxies.client(PROXY, List.of("9.9.9.9, " + hop + " , 10.0.0.7:80")))
        .isEqualTo(client);
  }

  @ParameterizedTest
  @Tag("IP-04")
  @Tag("IP-05")
  @ValueSource(
      strings = {
        "unknown",
        "_hidden",
        "",
        " ",
        "a",
        "999.1.1.1",
        "evil.example",
        "localhost",
        "1.2.3.4:",
        "1.2.3.4:port",
        "1.2.3.4:123456",
        "[1.2.3.4]",
        "[2001:db8::1",
        "2001:db8::1]",
        "[2001:db8::1]443",
        "[2001:db8::1%eth0]",
        "\"",
        "\"1.2.3.4",
        "for=1.2.3.4",
        "1.2.3.4;proto=https",
        "\u0000"
      })
  void what_is_no_address_ends_the_walk_at_the_last_good_hop(String junk) {
    assertThat(proxies.client(PROXY, List.of(junk))).isEqualTo(PROXY);
    assertThat(proxies.client(PROXY, List.of("1.2.3.4", junk))).isEqualTo(PROXY);
    assertThat(proxies.client(PROXY, List.of("1.2.3.4, " + junk + ", 10.0.0.7")))
        .isEqualTo("10.0.0.7");
    assertThat(proxies.client(PROXY, List.of(junk + ", 1.2.3.4"))).isEqualTo("1.2.3.4");
  }

  @Test
  @Tag("IP-04")
  void eight_kilobytes_of_junk_are_junk() {
    assertThat(proxies.client(PROXY, List.of("1.2.3.4", "x".repeat(8_192)))).isEqualTo(PROXY);
    assertThat(proxies.client(PROXY, List.of(",".repeat(8_192)))).isEqualTo(PROXY);
    assertThat(proxies.client(PROXY, List.of("10.0.0.7,".repeat(900)))).isEqualTo(PROXY);
  }

  @ParameterizedTest
  @Tag("IP-06")
  @CsvSource({
    "::ffff:10.0.0.1, 1.2.3.4",
    "0:0:0:0:0:ffff:a00:1, 1.2.3.4",
    "2001:DB8:AAAA:0:0:0:0:1, 1.2.3.4",
    "2001:db8:aaaa::1%eth0, 1.2.3.4",
    "0:0:0:0:0:0:0:1, ::1",
    "FE80:0:0:0:0:0:0:1%2, fe80::1"
  })
  void a_peer_is_the_same_however_the_server_writes_it(String peer, String client) {
    assertThat(proxies.client(peer, List.of("1.2.3.4"))).isEqualTo(client);
  }

  @Test
  void a_peer_without_an_address_is_trusted_by_nobody_and_stays_as_it_is() {
    TrustedProxies everything = new TrustedProxies(List.of(Network.parse("::/0").orElseThrow()));

    assertThat(everything.trust("")).isFalse();
    assertThat(everything.client("unix:", List.of("1.2.3.4"))).isEqualTo("unix:");
  }
}
