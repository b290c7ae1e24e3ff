package org.janua.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of version 4 or 6, as one number of 128 bits. A version 4 address and the same address
 * mapped into version 6 (RFC 4291 2.5.5.2) are equal: they are one machine.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record IpAddress(long high, long low) {

  /** The bits before a version 4 address: {@code ::ffff:0:0/96}. */
  static final int MAPPED_BITS = 96;

  private static final long MAPPED = 0xffffL;
  private static final int LONGEST = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255".length();
  private static final int GROUPS = 8;
  private static final int BUCKET_BITS = 64;
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern DOTTED =
      Pattern.compile(String.join("\\.", OCTET, OCTET, OCTET, OCTET));
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

  /**
   * Reads an address by its grammar: four decimal octets without leading zeros (RFC 3986 3.2.2), or
   * version 6 (RFC 4291 2.2). Anything else is empty: names, zones, ports, fewer octets, octal.
   */
  public static Optional<IpAddress> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    return text.indexOf(':') < 0
        ? dotted(text).map(bits -> new IpAddress(0, MAPPED << 32 | bits))
        : version6(text);
  }

  private static Optional<Long> dotted(String text) {
    Matcher octets = DOTTED.matcher(text);
    if (!octets.matches()) {
      return Optional.empty();
    }
    long bits = 0;
    for (int i = 1; i <= octets.groupCount(); i++) {
      bits = bits << 8 | Integer.parseInt(octets.group(i));
    }
    return Optional.of(bits);
  }

  /** The last 32 bits may be written in decimal. */
  private static Optional<IpAddress> version6(String text) {
    int end = text.lastIndexOf(':') + 1;
    return text.indexOf('.') < 0
        ? hexadecimal(text)
        : dotted(text.substring(end))
            .map(bits -> Long.toHexString(bits >> 16) + ":" + Long.toHexString(bits & 0xffff))
            .flatMap(groups -> hexadecimal(text.substring(0, end) + groups));
  }

  private static Optional<IpAddress> hexadecimal(String text) {
    int gap = text.indexOf("::");
    List<String> head = split(gap < 0 ? text : text.substring(0, gap));
    List<String> tail = gap < 0 ? List.of() : split(text.substring(gap + 2));
    int missing = GROUPS - head.size() - tail.size();
    if (gap < 0 ? missing != 0 : missing < 1) { // a gap stands for at least one group
      return Optional.empty();
    }
    List<String> groups = new ArrayList<>(head);
    groups.addAll(Collections.nCopies(missing, "0"));
    groups.addAll(tail);
    return groups.stream().allMatch(group -> GROUP.matcher(group).matches())
        ? Optional.of(new IpAddress(half(groups, 0), half(groups, GROUPS / 2)))
        : Optional.empty();
  }

  private static List<String> split(String groups) {
    return groups.isEmpty() ? List.of() : List.of(groups.split(":", -1));
  }

  private static long half(List<String> groups, int from) {
    long bits = 0;
    for (String group : groups.subList(from, from + GROUPS / 2)) {
      bits = bits << 16 | Integer.parseInt(group, 16);
    }
    return bits;
  }

  /** Whether it is of version 4, however it was written. */
  public boolean isVersion4() {
    return high == 0 && low >>> 32 == MAPPED;
  }

  /**
   * Whose address it is, for counting: a version 4 address itself; of version 6 the first 64 bits,
   * because one customer has at least that many addresses.
   */
  public String bucket() {
    return isVersion4() ? toString() : first(BUCKET_BITS) + "/" + BUCKET_BITS;
  }

  /** The same with all bits 0 but the first so many, 0 to 128. */
  IpAddress first(int bits) {
    return new IpAddress(high & mask(bits), low & mask(bits - Long.SIZE));
  }

  private static long mask(int ones) {
    return ones <= 0 ? 0 : ones >= Long.SIZE ? -1 : -1L << (Long.SIZE - ones);
  }

  /** The one canonical text (RFC 5952): dotted decimal, or the shortest form of version 6. */
  @Override
  public String toString() {
    return isVersion4() ? decimal() : shortest();
  }

  private String decimal() {
    return (low >> 24 & 0xff)
        + "."
        + (low >> 16 & 0xff)
        + "."
        + (low >> 8 & 0xff)
        + "."
        + (low & 0xff);
  }

  /** The first of the longest runs of two or more zero groups is left out (RFC 5952 4.2). */
  private String shortest() {
    int start = 0;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      if (zerosAt(i) > length) {
        start = i;
        length = zerosAt(i);
      }
    }
    return length == 1
        ? written(0, GROUPS)
        : written(0, start) + "::" + written(start + length, GROUPS);
  }

  private int zerosAt(int start) {
    int end = start;
    while (end < GROUPS && group(end) == 0) {
      end++;
    }
    return end - start;
  }

  private String written(int from, int to) {
    List<String> groups = new ArrayList<>();
    for (int i = from; i < to; i++) {
      groups.add(Long.toHexString(group(i)));
    }
    return String.join(":", groups);
  }

  private long group(int index) {
    long half = index < GROUPS / 2 ? high : low;
    return half >>> (16 * (GROUPS / 2 - 1 - index % (GROUPS / 2))) & 0xffff;
  }
}
