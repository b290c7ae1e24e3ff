package org.janua.api.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Something that happened, exactly as the audit log holds it. Observe it with {@code @ObservesAsync
 * SecurityEvent}; it is fired when what happened is committed, on a thread of the server's own. No
 * request waits for an observer, and none is harmed by its exception.
 *
 * <p>Immutable. Nothing is {@code null}: what is not known is empty. Never holds a secret.
 *
 * @param id of the entry in the audit log
 * @param at when, to the millisecond
 * @param action what was done
 * @param actor who did it: an account, {@code anonymous}, or {@code system}
 * @param subject to whom or what it was done
 * @param outcome whether it was done or only tried
 * @param ip the client's address
 * @param userAgent what the client called itself
 * @param session the id of the session that carried the request; empty when an API key did
 * @param details what else there is to know, as texts, numbers, truth values, lists and maps;
 *     {@code by_key} has the {@code id} and the {@code description} of the API key that acted for
 *     the actor
 */
public record SecurityEvent(
    String id,
    Instant at,
    Action action,
    Party actor,
    Party subject,
    Outcome outcome,
    String ip,
    String userAgent,
    String session,
    Map<String, Object> details) {

  /** Copies the details, in their order. */
  public SecurityEvent {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  /**
   * Who or what takes part.
   *
   * @param id the immutable id of the account or thing
   * @param name the name it had then
   */
  public record Party(String id, String name) {

    /** Nobody, or nobody who is known. */
    public static final Party NONE = new Party("", "");
  }

  /** What came of it. */
  public enum Outcome {
    /** It was done. */
    SUCCESS,
    /** It was tried in vain. */
    FAILURE;

    /** The name in the audit log, such as {@code success}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
