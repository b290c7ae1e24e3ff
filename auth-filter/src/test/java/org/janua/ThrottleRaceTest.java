package org.janua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.janua.access.Client;
import org.janua.signin.SignInResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many attempts at the same moment. */
class ThrottleRaceTest {

  private static final int LIMIT = 5;
  private static final String WRONG = "not the password";

  @Test
  @Tag("RL-02")
  void two_hundred_wrong_passwords_at_once_cost_no_more_hashes_than_the_limit() throws Exception {
    try (Stage stage = new Stage(Stage.limits(LIMIT + "/hour", 1_000))) {
      stage.addUser("alice", "viewer");
      long before = stage.janua.hashing().count();

      List<SignInResult> results = Crowd.together(200, i -> () -> stage.attempt("alice", WRONG));

      assertThat(stage.janua.hashing().count() - before).isBetween(1L, (long) LIMIT);
      assertThat(results).noneMatch(SignInResult.SignedIn.class::isInstance);
      assertThat(stage.attempt("alice", Stage.PASSWORD)).isInstanceOf(SignInResult.Limited.class);
    }
  }

  @Test
  @Tag("RL-03")
  void twenty_right_passwords_at_once_all_get_in_through_five_places() throws Exception {
    try (Stage stage = new Stage(Stage.limits(LIMIT + "/hour", LIMIT))) {
      stage.addUser("alice", "viewer");

      List<SignInResult> results =
          Crowd.together(20, i -> () -> stage.attempt("alice", Stage.PASSWORD));

      assertThat(results).hasSize(20).allMatch(SignInResult.SignedIn.class::isInstance);
    }
  }

  @Test
  @Tag("RL-03")
  void right_passwords_from_many_addresses_all_get_in_beside_a_guesser() throws Exception {
    try (Stage stage = new Stage(Stage.limits(LIMIT + "/hour", LIMIT))) {
      stage.addUser("alice", "viewer");

      List<SignInResult> results =
          Crowd.together(
              20,
              i ->
                  () ->
                      i % 10 == 0
                          ? stage.attempt("bob", WRONG, new Client("198.51.100.1", ""))
                          : stage.attempt("alice", Stage.PASSWORD, new Client("10.0.0." + i, "")));

      assertThat(results).filteredOn(SignInResult.SignedIn.class::isInstance).hasSize(18);
    }
  }

  @Test
  @Tag("RL-05")
  void a_right_password_among_a_hundred_parallel_guesses_is_found_only_within_the_lock()
      throws Exception {
    try (Stage stage = new Stage(Stage.limits("1000/hour", LIMIT))) {
      stage.addUser("alice", "viewer");

      Crowd.together(100, i -> () -> stage.attempt("alice", WRONG, new Client("10.0.1." + i, "")));
      for (int i = 0; i < LIMIT; i++) { // what the flood left, if it was told busy
        stage.attempt("alice", WRONG, new Client("10.0.2." + i, ""));
      }

      assertThat(stage.attempt("alice", Stage.PASSWORD)).isInstanceOf(SignInResult.Refused.class);
    }
  }
}
