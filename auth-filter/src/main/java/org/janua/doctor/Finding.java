package org.janua.doctor;

/**
 * Something that should be mended.
 *
 * @param problem what does not work, and for whom
 * @param remedy what to do about it; a command where there is one
 */
public record Finding(String problem, String remedy) {

  @Override
  public String toString() {
    return "Doctor: " + problem + " Remedy: " + remedy;
  }
}
