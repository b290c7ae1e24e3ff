package org.janua.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks as they stand in a configuration. */
class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0/8",
    "192.168.1.5, 192.168.1.5/32",
    "0.0.0.0/0, 0.0.0.0/0",
    "::ffff:10.0.0.0/104, 10.0.0.0/8",
    "::ffff:10.1.2.3, 10.1.2.3/32",
    "2001:DB8::/32, 2001:db8::/32",
    "::1, ::1/128",
    "::/0, ::/0"
  })
  void each_has_one_canonical_text(String written, String canonical) {
    assertThat(Network.parse(written)).get().hasToString(canonical);
  }

  @ParameterizedTest
  @Tag("IP-09")
  @ValueSource(
      strings = {
        "",
        "/",
        "/8",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/08",
        "10.0.0.0/8/8",
        "10.0.0.0/255.0.0.0",
        "10.0.0.0/999999999999",
        "192.168.1.5/24",
        "10.0.0/8",
        "10/8",
        "proxy.example.org",
        "localhost/8",
        "*",
        "2001:db8::/129",
        "2001:db8::1/64",
        "::ffff:10.0.0.0/8",
        "fe80::%eth0/64",
        "10.0.0.1-10.0.0.9"
      })
  void anything_else_is_none(String text) {
    assertThat(Network.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,      10.255.0.1,         true",
    "10.0.0.0/8,      11.0.0.0,           false",
    "10.0.0.0/8,      ::ffff:10.1.2.3,    true",
    "0.0.0.0/0,       203.0.113.9,        true",
    "0.0.0.0/0,       ::1,                false",
    "::/0,            2001:db8::1,        true",
    "::/0,            10.1.2.3,           false",
    "::/0,            ::ffff:10.1.2.3,    false",
    "2001:db8::/32,   2001:db8:ffff::1,   true",
    "2001:db8::/32,   2001:db9::,         false",
    "192.168.1.5,     192.168.1.5,        true",
    "192.168.1.5,     192.168.1.4,        false",
    "127.0.0.0/31,    127.0.0.1,          true"
  })
  void it_holds_the_addresses_of_its_own_version(String network, String address, boolean held) {
    assertThat(
            Network.parse(network).orElseThrow().contains(IpAddress.parse(address).orElseThrow()))
        .isEqualTo(held);
  }

  @Test
  @Tag("IP-09")
  void everything_is_known_to_be_everything() {
    assertThat(Network.parse("0.0.0.0/0").orElseThrow().isEverything()).isTrue();
    assertThat(Network.parse("::/0").orElseThrow().isEverything()).isTrue();
    assertThat(Network.parse("0.0.0.0/1").orElseThrow().isEverything()).isFalse();
    assertThat(Network.parse("::/1").orElseThrow().isEverything()).isFalse();
  }

  @Test
  void one_with_bits_after_the_shared_ones_cannot_be_made() {
    assertThatThrownBy(() -> new Network(new IpAddress(1, 0), 8))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
