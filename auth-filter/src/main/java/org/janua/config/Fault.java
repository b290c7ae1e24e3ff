package org.janua.config;

/**
 * One reason not to start. One line, without control characters, never with a secret.
 *
 * @param key the key as in {@code auth.yml}, or the name that was not understood
 * @param problem what is wrong, and where the value came from
 * @param example a value that would be right
 */
public record Fault(String key, String problem, String example) {
  private static final String BREAKS = "[\\p{Cntrl}\\u2028\\u2029]";

  /** Replaces line breaks and control characters, which could forge a line of the log. */
  public Fault {
    key = key.replaceAll(BREAKS, "?");
    problem = problem.replaceAll(BREAKS, "?");
    example = example.replaceAll(BREAKS, "?");
  }

  @Override
  public String toString() {
    return key + ": " + problem + "; for example: " + example;
  }
}
