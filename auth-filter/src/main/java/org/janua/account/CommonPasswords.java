package org.janua.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.janua.digest.Sha256;

/**
 * The list of common passwords: those of SecLists' ten million that have 12 characters or more and
 * were met more than once, and the shorter ones, from 8 characters, among the first hundred
 * thousand; folded, one a line. Read when the first password is set; eight bytes of memory for each
 * that is long enough to be allowed at all. Thread-safe.
 */
final class CommonPasswords {

  private static final String LIST = "common-passwords.txt.gz";

  private final int minLength;
  private final AtomicReference<long[]> digests = new AtomicReference<>();

  CommonPasswords(int minLength) {
    this.minLength = minLength;
  }

  /** Whether this folded password, as a whole, is on the list. */
  boolean contains(String folded) {
    return Arrays.binarySearch(digests(), digest(folded)) >= 0;
  }

  /** How many entries are long enough to matter. */
  int size() {
    return digests().length;
  }

  private long[] digests() {
    if (digests.get() == null) { // two callers may both read it: no harm, the same list
      digests.set(read());
    }
    return digests.get();
  }

  private long[] read() {
    try (InputStream list = Objects.requireNonNull(getClass().getResourceAsStream(LIST), LIST);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(list), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> line.codePointCount(0, line.length()) >= minLength)
          .mapToLong(CommonPasswords::digest)
          .sorted()
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException("The list of common passwords cannot be read", e);
    }
  }

  private static long digest(String text) {
    return ByteBuffer.wrap(Sha256.of(text)).getLong();
  }
}
