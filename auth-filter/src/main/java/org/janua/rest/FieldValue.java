package org.janua.rest;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Text as the value of a header (RFC 9110 5.5): printable ASCII stays as it is, everything else is
 * UTF-8, percent-encoded, and so is {@code %}, so that decoding gives the text back. Blanks at
 * either end are encoded too: on the way they would be lost.
 */
final class FieldValue {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private FieldValue() {}

  static String of(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder value = new StringBuilder(octets.length);
    for (int i = 0; i < octets.length; i++) {
      boolean atEnd = i == 0 || i == octets.length - 1;
      if (isPlain(octets[i], atEnd)) {
        value.append((char) octets[i]);
      } else {
        value.append('%').append(HEX.toHexDigits(octets[i]));
      }
    }
    return value.toString();
  }

  /** Several as one value: a comma stands between them and is encoded inside. */
  static String list(List<String> texts) {
    return texts.stream()
        .map(text -> of(text).replace(",", "%2C"))
        .collect(Collectors.joining(","));
  }

  private static boolean isPlain(byte octet, boolean atEnd) {
    return octet == ' ' ? !atEnd : octet > ' ' && octet < 0x7f && octet != '%';
  }
}
