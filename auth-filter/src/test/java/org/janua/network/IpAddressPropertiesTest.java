package org.janua.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** What holds for every address and every text. */
class IpAddressPropertiesTest {

  @Property
  @Tag("IP-06")
  void what_is_written_is_read_back(@ForAll("addresses") IpAddress address) {
    assertThat(IpAddress.parse(address.toString())).contains(address);
  }

  /** The JDK makes an address of bytes without asking anybody, so it can be the judge here. */
  @Property
  @Tag("IP-06")
  void the_long_form_and_upper_case_are_the_same_address(@ForAll("addresses") IpAddress address)
      throws UnknownHostException {
    String text = InetAddress.getByAddress(bytes(address)).getHostAddress();

    assertThat(IpAddress.parse(text)).contains(address);
    assertThat(IpAddress.parse(expanded(address))).contains(address);
  }

  @Property
  void four_octets_are_an_address_whether_mapped_or_not(
      @ForAll @IntRange(max = 255) int a,
      @ForAll @IntRange(max = 255) int b,
      @ForAll @IntRange(max = 255) int c,
      @ForAll @IntRange(max = 255) int d) {
    String text = a + "." + b + "." + c + "." + d;

    assertThat(IpAddress.parse(text)).get().hasToString(text);
    assertThat(IpAddress.parse("::ffff:" + text)).isEqualTo(IpAddress.parse(text));
  }

  @Property
  @Tag("IP-04")
  void no_text_throws_and_what_is_accepted_is_canonical_at_once(
      @ForAll @StringLength(max = 50) @CharRange(from = '.', to = 'g') String text) {
    IpAddress.parse(text)
        .map(IpAddress::toString)
        .ifPresent(once -> assertThat(IpAddress.parse(once)).get().hasToString(once));
  }

  @Property
  void a_network_holds_what_begins_like_it_and_nothing_else(
      @ForAll("addresses") IpAddress one,
      @ForAll("addresses") IpAddress other,
      @ForAll @IntRange(max = 128) int length) {
    int bits = one.isVersion4() ? Math.max(length, IpAddress.MAPPED_BITS) : length;
    Network network = new Network(one.first(bits), bits);

    assertThat(network.contains(one)).isEqualTo(one.isVersion4() == network.base().isVersion4());
    assertThat(network.contains(other))
        .isEqualTo(other.isVersion4() == network.base().isVersion4() && alike(one, other) >= bits);
    assertThat(Network.parse(network.toString())).contains(network);
  }

  @Property
  @Tag("RL-08")
  void two_addresses_share_a_bucket_when_they_share_the_64(
      @ForAll("addresses") IpAddress one, @ForAll("addresses") IpAddress other) {
    boolean same =
        one.isVersion4() || other.isVersion4() ? one.equals(other) : alike(one, other) >= 64;

    assertThat(one.bucket().equals(other.bucket())).isEqualTo(same);
  }

  @Provide
  Arbitrary<IpAddress> addresses() {
    Arbitrary<Long> any = Arbitraries.longs();
    Arbitrary<Long> sparse = Arbitraries.of(0L, 1L, 0xffff0000L, 0xffffL << 32, 1L << 48, -1L);
    Arbitrary<Long> half = Arbitraries.oneOf(any, sparse);
    Arbitrary<IpAddress> version4 =
        Arbitraries.longs()
            .between(0, 0xffffffffL)
            .map(bits -> new IpAddress(0, 0xffffL << 32 | bits));
    return Arbitraries.oneOf(half.flatMap(h -> half.map(l -> new IpAddress(h, l))), version4);
  }

  /** How many bits two addresses share at their beginning. */
  private static int alike(IpAddress one, IpAddress other) {
    int high = Long.numberOfLeadingZeros(one.high() ^ other.high());
    return high < 64 ? high : 64 + Long.numberOfLeadingZeros(one.low() ^ other.low());
  }

  private static byte[] bytes(IpAddress address) {
    return ByteBuffer.allocate(16).putLong(address.high()).putLong(address.low()).array();
  }

  private static String expanded(IpAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(bytes(address));
    return IntStream.range(0, 8)
        .mapToObj(i -> String.format("%04X", bytes.getShort()))
        .collect(Collectors.joining(":"));
  }
}
