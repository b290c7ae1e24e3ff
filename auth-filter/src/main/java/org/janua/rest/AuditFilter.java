package org.janua.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.janua.api.event.Action;
import org.janua.jpa.AuditQuery;

/** Which entries of the audit log are asked for, read strictly. */
final class AuditFilter {

  private AuditFilter() {}

  static AuditQuery of(String user, String action, String from, String to) {
    AuditQuery query =
        new AuditQuery(
            Optional.ofNullable(PageRequest.text("user", user)),
            given(action).map(AuditFilter::action),
            given(from).map(text -> instant("from", text)),
            given(to).map(text -> instant("to", text)));
    boolean turned =
        query.from().isPresent()
            && query.until().filter(until -> until.isBefore(query.from().get())).isPresent();
    if (turned) {
      throw ProblemException.field("to", "Must not be before from.");
    }
    return query;
  }

  /** The id of the last entry of the page before. */
  static Optional<String> after(String text) {
    return given(text).map(AuditFilter::id);
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).filter(value -> !value.isEmpty());
  }

  private static String action(String key) {
    return Stream.of(Action.values())
        .map(Action::key)
        .filter(key::equals)
        .findFirst()
        .orElseThrow(() -> ProblemException.field("action", "Is not one that can happen."));
  }

  private static Instant instant(String field, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw ProblemException.field(field, "Must be a time such as 2026-11-24T12:00:00Z.");
    }
  }

  private static String id(String text) {
    try {
      if (UUID.fromString(text).toString().equals(text)) {
        return text;
      }
    } catch (IllegalArgumentException e) { // answered below
    }
    throw ProblemException.field("after", "Must be what next was in the page before.");
  }
}
