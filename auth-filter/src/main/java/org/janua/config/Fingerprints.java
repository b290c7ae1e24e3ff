package org.janua.config;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.janua.digest.Sha256;

/**
 * By what it is noticed that a key says something else than at the last start, without keeping what
 * it says. The fingerprint of a secret depends on the signing secret too: whoever reads it in the
 * database cannot try out guesses.
 */
final class Fingerprints {

  private static final int DIGITS = 8;

  /** Marks what cannot be compared with what was taken under another signing secret. */
  private static final String HIDDEN = "*";

  private final Layers layers;
  private final String secret;

  Fingerprints(Layers layers, SigningSecret secret) {
    this.layers = layers;
    this.secret = secret.reveal();
  }

  /** Of every key that is set, and of the signing secret wherever it comes from. */
  SortedMap<String, String> all() {
    SortedMap<String, String> all = new TreeMap<>();
    Keys.LIVE.stream().filter(Key::inFile).forEach(key -> put(all, key));
    all.put(Keys.JWT_SECRET.name(), digest(Keys.JWT_SECRET.name() + secret));
    return all;
  }

  private void put(Map<String, String> all, Key<?> key) {
    layers
        .find(key)
        .fold(value -> all.put(key.name(), of(key, text(value))), () -> null, () -> null);
  }

  private String of(Key<?> key, String text) {
    String whole = key.name() + "=" + text;
    return key.kind().secret() ? HIDDEN + digest(secret + whole) : digest(whole);
  }

  private static String digest(String text) {
    return Sha256.hex(text).substring(0, DIGITS);
  }

  private static String text(Value value) {
    if (value instanceof Value.Scalar scalar) {
      return "'" + scalar.text() + "'";
    }
    if (value instanceof Value.Items items) {
      return items.values().stream().map(Fingerprints::text).toList().toString();
    }
    if (value instanceof Value.Entries entries) {
      SortedMap<String, String> texts = new TreeMap<>();
      entries.values().forEach((key, inner) -> texts.put(key, text(inner)));
      return texts.toString();
    }
    return "";
  }
}
