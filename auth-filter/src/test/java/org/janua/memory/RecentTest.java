package org.janua.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecentTest {

  private final Changes changes = new Changes();
  private final List<String> kept = new ArrayList<>();
  private final Recent<String, String> recent =
      Recent.weighed(changes, 100, this::weigh, () -> 0, String::equals);

  private int weigh(String question, String answer) {
    kept.add(answer);
    return 1;
  }

  @Test
  @Tag("SE-08")
  void an_answer_from_before_a_change_is_never_there_for_anybody_else() {
    Optional<String> answer =
        recent.load(
            "may ann?",
            () -> {
              changes.ofAccount("somebody"); // while the database was asked
              return Optional.of("yes");
            });

    assertThat(answer).contains("yes");
    assertThat(kept).as("not even for a moment").isEmpty();
    assertThat(recent.get("may ann?")).isEmpty();
  }

  @Test
  void an_answer_is_remembered_until_a_change_concerns_it() {
    recent.load("whose?", () -> Optional.of("ann"));
    changes.ofAccount("ben");
    assertThat(recent.get("whose?")).contains("ann");

    changes.ofAccount("ann");
    assertThat(recent.get("whose?")).isEmpty();
  }
}
