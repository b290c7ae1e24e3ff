package org.janua.provider.proxy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The value of a header as text. Proxies send UTF-8; servers hand its bytes out as one character
 * each (RFC 9110 5.5 leaves it open), and some decode it themselves.
 */
final class HeaderText {

  private static final int LAST_OF_ONE_BYTE = 0xff;
  private static final char REPLACEMENT = '\ufffd'; // where a server could not decode

  private HeaderText() {}

  /** The text; empty when the bytes are not UTF-8. */
  static Optional<String> decode(String value) {
    if (value.chars().anyMatch(character -> character > LAST_OF_ONE_BYTE)) {
      return Optional.of(value).filter(text -> text.indexOf(REPLACEMENT) < 0);
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException malformed) {
      return Optional.empty();
    }
  }
}
