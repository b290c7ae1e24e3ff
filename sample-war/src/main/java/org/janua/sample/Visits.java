package org.janua.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** How often {@link VisitsResource} counted since the start. Safe for many threads. */
@ApplicationScoped
class Visits {
  private final AtomicLong count = new AtomicLong();

  long count() {
    return count.get();
  }

  long countOneMore() {
    return count.incrementAndGet();
  }
}
