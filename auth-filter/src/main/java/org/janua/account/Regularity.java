package org.janua.account;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What is regular in a folded password. Immutable. */
final class Regularity {

  /** Rows of keys on common keyboards and what people count up; each goes on at its beginning. */
  private static final List<String> ROWS =
      List.of(
          "1234567890",
          "qwertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "qwertzuiop",
          "yxcvbnm",
          "azertyuiop",
          "qsdfghjklm",
          "йцукенгшщзхъ",
          "фывапролджэ",
          "ячсмитьбю");

  /** A password is a row when its steps come in runs that are so long on average. */
  private static final int RUN = 4;

  /** Nobody tries longer ones first. */
  private static final int LONGEST_TRIED = 32;

  private final int[] text;

  Regularity(String folded) {
    this.text = folded.codePoints().toArray();
  }

  /** Whether it is so short that a regular one is easily guessed. */
  boolean isTried() {
    return text.length <= LONGEST_TRIED;
  }

  /**
   * The length of the shortest text that, written again and again (perhaps not to the end the last
   * time), is this one; the whole length when it does not repeat.
   */
  int period() {
    return IntStream.rangeClosed(1, text.length / 2)
        .filter(p -> IntStream.range(p, text.length).allMatch(i -> text[i] == text[i - p]))
        .findFirst()
        .orElse(text.length);
  }

  /** Whether it is little more than a few runs along a row of keys or an alphabet. */
  boolean isRow() {
    int runs = 0;
    for (int at = 0; at < text.length; at = endOfRun(at)) {
      runs++;
    }
    return runs * RUN <= text.length;
  }

  private int endOfRun(int start) {
    IntStream byCode = IntStream.of(-1, 0, 1).map(step -> end(start, i -> isStep(i, step)));
    IntStream byKeys =
        ROWS.stream()
            .flatMapToInt(
                row -> IntStream.of(-1, 1).map(step -> end(start, i -> isAlong(row, i, step))));
    return IntStream.concat(byCode, byKeys).max().orElse(start + 1);
  }

  /**
   * The end of the run that begins here and goes on while the step after a place is of one kind.
   */
  private int end(int start, IntPredicate step) {
    int at = start;
    while (at + 1 < text.length && step.test(at)) {
      at++;
    }
    return at + 1;
  }

  private boolean isStep(int at, int step) {
    return text[at + 1] - text[at] == step && (step == 0 || Character.isLetterOrDigit(text[at]));
  }

  private boolean isAlong(String row, int at, int step) {
    int place = row.indexOf(text[at]);
    return place >= 0 && row.indexOf(text[at + 1]) == Math.floorMod(place + step, row.length());
  }
}
