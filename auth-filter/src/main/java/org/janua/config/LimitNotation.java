package org.janua.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads limits as text: {@code 1/second;5 per minute|20 per 2 hours}. Pieces are separated by
 * commas, semicolons or bars; case and blanks do not matter; {@code off} is no limit at all.
 */
final class LimitNotation {
  static final String FORM = "off, or 5/minute, 20 per 2 hours and their like, separated by ;";

  private static final int MOST_LIMITS = 10;
  private static final Pattern SEPARATOR = Pattern.compile("[,;|]");
  private static final Pattern PIECE =
      Pattern.compile(
          "([0-9]{1,9})\\s*(?:/|per)\\s*([0-9]{1,9})?\\s*(second|minute|hour|day|month|year)s?",
          Pattern.CASE_INSENSITIVE);

  private LimitNotation() {}

  /**
   * The limits, shortest window first; of several with the same window only the strictest.
   *
   * @param fault told what is wrong, with the piece that is; the answer is then empty
   */
  static Optional<List<Limit>> parse(String text, Consumer<String> fault) {
    if (text.strip().equalsIgnoreCase("off")) {
      return Optional.of(List.of());
    }
    Map<Duration, Limit> limits = new TreeMap<>();
    for (String piece : SEPARATOR.split(text, -1)) {
      Optional<Limit> limit = piece(piece.strip(), fault);
      if (limit.isEmpty()) {
        return Optional.empty();
      }
      limits.merge(limit.get().window(), limit.get(), LimitNotation::stricter);
    }
    if (limits.size() > MOST_LIMITS) {
      fault.accept("has more than " + MOST_LIMITS + " limits");
      return Optional.empty();
    }
    return Optional.of(List.copyOf(limits.values()));
  }

  private static Optional<Limit> piece(String piece, Consumer<String> fault) {
    Matcher parts = PIECE.matcher(piece);
    if (!parts.matches()) {
      fault.accept("has a piece '" + shown(piece) + "' that is no limit");
      return Optional.empty();
    }
    int count = Integer.parseInt(parts.group(1));
    long units = parts.group(2) == null ? 1 : Long.parseLong(parts.group(2));
    Duration window = Unit.of(parts.group(3)).times(units);
    boolean sane =
        count >= 1 && count <= Limit.MOST && units >= 1 && window.compareTo(Limit.LONGEST) <= 0;
    if (!sane) {
      fault.accept(
          "has a piece '" + piece + "' out of range: 1 to 1000000 in 1 second to 10 years");
      return Optional.empty();
    }
    return Optional.of(Limit.of(count, window));
  }

  private static Limit stricter(Limit one, Limit other) {
    return one.count() <= other.count() ? one : other;
  }

  private static String shown(String piece) {
    int longest = 40;
    return piece.length() > longest ? piece.substring(0, longest) + "…" : piece;
  }
}
