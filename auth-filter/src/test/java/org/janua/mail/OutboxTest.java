package org.janua.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Letters that wait. */
class OutboxTest {

  private static final int ROOM = 102; // two on their way and a hundred waiting

  private final Queue<Letter> sent = new ConcurrentLinkedQueue<>();

  @Test
  void whoever_puts_something_in_does_not_wait_for_it() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    try (Outbox outbox = new Outbox(sent::add)) {
      outbox.later(
          () -> {
            awaitOrFail(written);
            return List.of(letter("one"), letter("two"));
          });
      assertThat(sent).isEmpty();
      written.countDown();
    }
    assertThat(sent).hasSize(2);
  }

  @Test
  void what_does_not_fit_is_dropped_and_counted() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    Outbox outbox =
        new Outbox(
            letter -> {
              awaitOrFail(end);
              sent.add(letter);
            });
    for (int i = 0; i < ROOM + 3; i++) {
      outbox.later(() -> List.of(letter("flood")));
    }
    assertThat(outbox.dropped()).isEqualTo(3);

    end.countDown();
    outbox.close();
    assertThat(sent).hasSize(ROOM);
  }

  @Test
  void a_letter_that_cannot_be_written_or_sent_keeps_none_of_the_others_back() throws Exception {
    try (Outbox outbox =
        new Outbox(
            letter -> {
              if (letter.subject().equals("lost")) {
                throw new Post.Undelivered(new IllegalStateException("the mail server is down"));
              }
              sent.add(letter);
            })) {
      outbox.later(
          () -> {
            throw new IllegalStateException("the database is down");
          });
      outbox.later(() -> List.of(letter("lost"), letter("kept")));
    }
    assertThat(sent).extracting(Letter::subject).containsExactly("kept");
  }

  @Test
  void a_closed_one_drops_what_comes_later() {
    Outbox outbox = new Outbox(sent::add);
    outbox.close();
    outbox.later(() -> List.of(letter("late")));

    assertThat(outbox.dropped()).isEqualTo(1);
    assertThat(sent).isEmpty();
  }

  private static Letter letter(String subject) {
    return new Letter("alice@example.org", subject, "text");
  }

  private static void awaitOrFail(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
