package org.janua.text;

/** Text that stands on one line and can be stored as it was sent. */
public final class Line {

  private Line() {}

  /** Whether it is such a text; an empty one is. */
  public static boolean is(String text) {
    return text.codePoints().noneMatch(Line::isForbidden);
  }

  /** Half a surrogate pair is no character: what is stored would not be what was sent. */
  private static boolean isForbidden(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }
}
