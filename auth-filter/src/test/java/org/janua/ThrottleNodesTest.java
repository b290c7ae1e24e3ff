package org.janua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.janua.jpa.DatabaseUnavailable;
import org.janua.signin.SignInResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Failed attempts on two nodes with one PostgreSQL. */
class ThrottleNodesTest {

  private static final int LIMIT = 5;
  private static final String WRONG = "not the password";

  private PostgresServer server;
  private Stage one;
  private Stage other;

  @BeforeEach
  void open() throws Exception {
    server = PostgresServer.running();
    one = new Stage(server.newDatabase(), Stage.limits(LIMIT + "/hour", LIMIT));
    other = one.secondNode();
    one.addUser("alice", "viewer");
  }

  @AfterEach
  void close() {
    other.close();
    one.close();
  }

  @Test
  @Tag("RL-02")
  @Tag("RL-12")
  void two_nodes_share_one_budget() throws Exception {
    long before = hashes();

    Crowd.together(200, i -> () -> node(i).attempt("name" + i % 50, WRONG));

    assertThat(hashes() - before).isBetween(1L, (long) LIMIT);
    for (int i = 0; i < LIMIT; i++) { // what the crowd left, if it was told busy
      node(i).attempt("name" + i, WRONG);
    }
    assertThat(hashes() - before).isEqualTo(LIMIT);
    assertThat(one.attempt("alice", Stage.PASSWORD)).isInstanceOf(SignInResult.Limited.class);
    assertThat(other.attempt("alice", Stage.PASSWORD)).isInstanceOf(SignInResult.Limited.class);
  }

  @Test
  @Tag("RL-03")
  void right_passwords_on_both_nodes_all_get_in_through_the_same_places() throws Exception {
    List<SignInResult> results =
        Crowd.together(40, i -> () -> node(i).attempt("alice", Stage.PASSWORD));

    assertThat(results).hasSize(40).allMatch(SignInResult.SignedIn.class::isInstance);
  }

  @Test
  @Tag("FA-02")
  void nothing_is_counted_or_hashed_while_the_database_is_down() throws SQLException {
    long before = hashes();
    String name = server.database();
    server.execute(
        "alter database " + name + " allow_connections false",
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    assertThatThrownBy(() -> one.attempt("nobody", WRONG)).isInstanceOf(DatabaseUnavailable.class);
    server.execute("alter database " + name + " allow_connections true");
    assertThat(Stream.generate(one.janua::isHealthy).limit(50)).contains(true);

    assertThat(hashes()).isEqualTo(before);
    for (int i = 0; i < LIMIT; i++) {
      assertThat(one.attempt("nobody" + i, WRONG)).isInstanceOf(SignInResult.Refused.class);
    }
  }

  private Stage node(int number) {
    return number % 2 == 0 ? one : other;
  }

  private long hashes() {
    return one.janua.hashing().count() + other.janua.hashing().count();
  }
}
