package org.janua.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as people and machines write them. */
class IpAddressTest {

  @ParameterizedTest
  @Tag("IP-06")
  @CsvSource({
    "1.2.3.4, 1.2.3.4",
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "::ffff:1.2.3.4, 1.2.3.4",
    "::FFFF:102:304, 1.2.3.4",
    "0:0:0:0:0:ffff:1.2.3.4, 1.2.3.4",
    "0000:0000:0000:0000:0000:ffff:255.255.255.255, 255.255.255.255",
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
    "2001:0db8::0001, 2001:db8::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:db8::1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
    "::1.2.3.4, ::102:304",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    "fe80:0:0:0:0:0:0:1, fe80::1"
  })
  void each_has_one_canonical_text(String written, String canonical) {
    assertThat(IpAddress.parse(written)).get().hasToString(canonical);
  }

  @ParameterizedTest
  @Tag("IP-04")
  @Tag("IP-05")
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "localhost",
        "evil.example",
        "unknown",
        "_hidden",
        "1",
        "1.2",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.",
        ".1.2.3",
        "1..2.3",
        "256.1.1.1",
        "999.1.1.1",
        "1.2.3.1000",
        "01.2.3.4",
        "1.2.3.04",
        "0x1.2.3.4",
        "0177.0.0.1",
        "2130706433",
        "+1.2.3.4",
        "-1.2.3.4",
        "1.2.3.4 ",
        "1.2.3.4\n",
        "１.2.3.4",
        "1.2.3.4:80",
        "1.2.3.4/32",
        ":",
        ":::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "1:2:3:4::5:6:7:8",
        "1::2::3",
        ":1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:",
        "12345::",
        "g::",
        "::-1",
        "::1%eth0",
        "fe80::1%1",
        "[::1]",
        "::1.2.3",
        "::1.2.3.4:5",
        "1.2.3.4::",
        "1:2:3:4:5:6:7:1.2.3.4"
      })
  void anything_else_is_none(String text) {
    assertThat(IpAddress.parse(text)).isEmpty();
  }

  @Test
  @Tag("IP-04")
  void long_junk_is_none() {
    assertThat(IpAddress.parse("1".repeat(8_192))).isEmpty();
    assertThat(IpAddress.parse(":".repeat(8_192))).isEmpty();
  }

  @ParameterizedTest
  @Tag("RL-08")
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "::ffff:192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
    "2001:db8:1:2:ffff::, 2001:db8:1:2::/64",
    "2001:db8:1:3::, 2001:db8:1:3::/64",
    "::1, ::/64"
  })
  void addresses_of_one_customer_fall_into_one_bucket(String address, String bucket) {
    assertThat(IpAddress.parse(address).orElseThrow().bucket()).isEqualTo(bucket);
  }
}
