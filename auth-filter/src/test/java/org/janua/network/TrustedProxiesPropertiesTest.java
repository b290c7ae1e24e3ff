package org.janua.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;

/** What holds for every chain of proxies, whatever the client wrote into it. */
class TrustedProxiesPropertiesTest {

  private static final String PROXY = "10.0.0.1";
  private static final String CLIENT = "203.0.113.9";

  private final TrustedProxies proxies =
      new TrustedProxies(List.of(Network.parse("10.0.0.0/8").orElseThrow()));

  @Property
  @Tag("IP-02")
  void nothing_a_client_writes_changes_the_address_a_trusted_proxy_saw(
      @ForAll("lines") @Size(max = 4) List<String> forged,
      @ForAll("trustedHops") @Size(max = 5) List<String> between) {
    List<String> chain = new ArrayList<>();
    chain.add(CLIENT);
    chain.addAll(between);
    List<String> lines = new ArrayList<>(forged);
    lines.add(String.join(", ", chain));

    assertThat(proxies.client(PROXY, lines)).isEqualTo(CLIENT);
  }

  @Property
  @Tag("IP-01")
  void nothing_a_stranger_writes_changes_their_address(@ForAll("lines") List<String> forged) {
    assertThat(proxies.client(CLIENT, forged)).isEqualTo(CLIENT);
  }

  @Property
  @Tag("IP-04")
  void the_answer_is_always_an_address_that_was_there(@ForAll("lines") List<String> lines) {
    String client = proxies.client(PROXY, lines);
    List<String> written =
        Stream.concat(
                Stream.of(PROXY),
                Stream.of(String.join(",", lines).split(","))
                    .flatMap(hop -> Hop.parse(hop).stream())
                    .map(IpAddress::toString))
            .toList();

    assertThat(written).contains(client);
  }

  @Property
  void how_the_lines_are_cut_does_not_matter(@ForAll("hops") @Size(max = 8) List<String> hops) {
    String oneLine = String.join(",", hops);

    assertThat(proxies.client(PROXY, hops)).isEqualTo(proxies.client(PROXY, List.of(oneLine)));
  }

  @Provide
  Arbitrary<List<String>> lines() {
    Arbitrary<String> text = Arbitraries.strings().ascii().ofMaxLength(60);
    return Arbitraries.oneOf(text, hops().map(hops -> String.join(", ", hops))).list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<String>> hops() {
    return Arbitraries.of(
            "1.2.3.4", "10.0.0.7", "10.0.0.8:80", "::1", "[2001:db8::1]:443", "unknown", "", "x")
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<String>> trustedHops() {
    return Arbitraries.of("10.0.0.7", "::ffff:10.1.1.1", "10.9.9.9:4711").list();
  }
}
