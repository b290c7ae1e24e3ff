package org.janua.jpa;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are asked for.
 *
 * @param user the name of whoever did it or whom it was done to, in any case
 * @param action the key of what was done
 * @param from the earliest time, to the millisecond
 * @param until the time before which they have to be, to the millisecond
 */
public record AuditQuery(
    Optional<String> user,
    Optional<String> action,
    Optional<Instant> from,
    Optional<Instant> until) {

  /** All of them. */
  public static final AuditQuery EVERYTHING =
      new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
