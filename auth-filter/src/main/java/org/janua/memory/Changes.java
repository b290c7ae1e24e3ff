package org.janua.memory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Tells every memory of this node that something was changed here, so that the change holds from
 * the next request on. Call it after the commit: who reads in between would remember what was
 * before. Thread-safe.
 */
public final class Changes {

  private final AtomicLong count = new AtomicLong();
  private final List<Memory> memories = new CopyOnWriteArrayList<>();

  /** What is told. */
  private record Memory(Consumer<String> ofAccount, Runnable ofAll) {}

  /** An account, one of its sessions or what it may do was changed. */
  public void ofAccount(String accountId) {
    count.incrementAndGet();
    memories.forEach(memory -> memory.ofAccount().accept(accountId));
  }

  /** Something was changed that may concern everybody, such as what a role gives. */
  public void ofAll() {
    count.incrementAndGet();
    memories.forEach(memory -> memory.ofAll().run());
  }

  /** Grows with every change, before any memory is told. */
  long count() {
    return count.get();
  }

  void tell(Consumer<String> ofAccount, Runnable ofAll) {
    memories.add(new Memory(ofAccount, ofAll));
  }
}
