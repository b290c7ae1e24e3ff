package org.janua.account;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.janua.access.Canonical;

/**
 * Words that anybody can guess of this person and this place. They make up a password when nothing
 * is left of it but them, in any number and order, and digits and signs: {@code alice-alice-2024}
 * for Alice. Immutable.
 */
final class ContextWords {

  /** Shorter words are in everything. */
  private static final int SHORTEST = 3;

  private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  private final List<String> words;

  /** Takes names and addresses, each as a whole and in its parts. */
  ContextWords(List<String> names) {
    this.words =
        names.stream()
            .map(Canonical::of)
            .flatMap(name -> Stream.concat(Stream.of(plain(name)), PARTS.splitAsStream(name)))
            .filter(word -> word.length() >= SHORTEST)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /**
   * How many of these words a folded password is made of, with digits and signs; 0 when it says
   * anything else.
   */
  int countIn(String folded) {
    String text = plain(folded);
    int found = 0;
    int at = 0;
    while (at < text.length()) {
      int length = wordAt(text, at);
      if (length == 0 && !Character.isDigit(text.codePointAt(at))) {
        return 0;
      }
      found += length > 0 ? 1 : 0;
      at += Math.max(length, Character.charCount(text.codePointAt(at)));
    }
    return found;
  }

  private int wordAt(String text, int at) {
    return words.stream()
        .filter(word -> text.startsWith(word, at))
        .findFirst()
        .map(String::length)
        .orElse(0);
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
