package org.janua.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextTest {
  @Test
  void a_cut_never_splits_a_character() {
    assertThat(Text.fit("ab\uD83D\uDE00", 3)).isEqualTo("ab");
    assertThat(Text.fit("ab\uD83D\uDE00", 4)).isEqualTo("ab\uD83D\uDE00");
    assertThat(Text.fit("abcd", 3)).isEqualTo("abc");
  }

  @Test
  void secrets_are_not_printed() {
    UserRow user = Rows.user("ann");

    assertThat(user.password().toString()).isEqualTo("PasswordHash[redacted]");
    assertThat(user.toString()).doesNotContain("hash of ann");
  }
}
