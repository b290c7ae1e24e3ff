package org.janua.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.janua.api.event.SecurityEvent;

/** The last things that happened, as an application might show them. Safe for many threads. */
@ApplicationScoped
class SecurityNews {
  private static final int MOST = 1_000;

  private final Deque<String> lines = new ArrayDeque<>();

  synchronized void note(@ObservesAsync SecurityEvent event) {
    if (lines.size() == MOST) {
      lines.removeFirst();
    }
    lines.addLast(event.action().key() + " " + event.actor().name() + " " + event.subject().name());
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
