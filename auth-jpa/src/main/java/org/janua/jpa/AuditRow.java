package org.janua.jpa;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened, as stored. The time is kept to the millisecond; what is not known is
 * empty, never null.
 *
 * @param id made of the time by {@link Ids#at}, so that ids are in the order of time
 * @param action the key of what was done
 * @param outcome whether it succeeded
 * @param actorId the account of whoever did it
 * @param actorName the name it had then
 * @param subjectId the account or the thing it was done to
 * @param subjectName the name it had then
 * @param ip the client's address
 * @param userAgent what the client called itself, cut to 512 characters
 * @param session the session that carried the request
 * @param details a JSON object of at most {@link #LONGEST_DETAILS} characters
 */
public record AuditRow(
    String id,
    Instant at,
    String action,
    String outcome,
    String actorId,
    String actorName,
    String subjectId,
    String subjectName,
    String ip,
    String userAgent,
    String session,
    String details) {

  /** How many characters {@link #details} may have. */
  public static final int LONGEST_DETAILS = 4_000;

  public AuditRow {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(details, "details");
    if (details.length() > LONGEST_DETAILS) {
      throw new IllegalArgumentException("details of " + details.length() + " characters");
    }
  }

  /** The form in which names are compared: without regard to case, in normalization form C. */
  static String canonical(String name) {
    int[] folded =
        name.codePoints().map(c -> Character.toLowerCase(Character.toUpperCase(c))).toArray();
    return Normalizer.normalize(new String(folded, 0, folded.length), Normalizer.Form.NFC);
  }
}
