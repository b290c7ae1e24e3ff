package org.janua.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A page of the things that somebody sees costs as much as the page, however many things there are.
 */
@ExtendWith(PostgresServer.Shared.class)
final class VisibleQueryTest {
  private static final int MANY = 20_000;
  private static final Seeker SEEKER = new Seeker("u7", List.of("g3", "g5"), "clerk", true);
  private static final List<String> FILL =
      List.of(
          "insert into auth_user (id, username, canonical, role, active, created_at, version)"
              + " select concat('u', n), concat('u', n), concat('u', n), 'viewer', true, 0, 0"
              + " from %s where n <= 100",
          "insert into auth_group (id, name, canonical, version)"
              + " select concat('g', n), concat('g', n), concat('g', n), 0 from %s where n <= 50",
          "insert into auth_role (canonical, name, configured, version)"
              + " values ('clerk', 'clerk', false, 0)",
          "insert into auth_role_resource (role, resource_type, resource_id)"
              + " select 'clerk', 'board', concat('b', n) from %s where n <= 1000",
          "insert into auth_resource (resource_type, resource_id, creator, open_to_all, version)"
              + " select 'board', concat('b', n), concat('u', mod(n, 100)), mod(n, 10) = 0, 0 from %s",
          "insert into auth_resource_user (user_id, resource_type, resource_id, granted)"
              + " select concat('u', 1 + mod(n, 99)), 'board', concat('b', n), 'view' from %s",
          "insert into auth_resource_group (group_id, resource_type, resource_id, granted)"
              + " select concat('g', 1 + mod(n, 49)), 'board', concat('b', n), 'view' from %s");

  @Test
  void every_way_is_a_range_of_an_index_on_h2() throws SQLException {
    String url = "jdbc:h2:mem:" + UUID.randomUUID();
    try (Database opened = Database.open(DatabaseSource.jdbc(url));
        Connection connection = new org.h2.Driver().connect(url, null)) {
      fill(connection, "(select x as n from system_range(1, " + MANY + ")) numbers", "analyze");

      assertThat(opened.ping()).isTrue();
      assertThat(plan(connection))
          .contains("AUTH_RESOURCE_OPEN", "AUTH_RESOURCE_CREATOR")
          .doesNotContain("tableScan");
    }
  }

  @Test
  void every_way_is_a_range_of_an_index_on_postgresql(PostgresServer server) throws SQLException {
    String url = server.newDatabase();
    try (Database opened = Database.open(DatabaseSource.jdbc(url));
        Connection connection = new org.postgresql.Driver().connect(url, null)) {
      fill(connection, "generate_series(1, " + MANY + ") as numbers(n)", "vacuum analyze");

      assertThat(opened.ping()).isTrue();
      assertThat(plan(connection))
          .contains("auth_resource_open", "auth_resource_creator")
          .doesNotContain("Seq Scan");
    }
  }

  private static void fill(Connection connection, String numbers, String analyze)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : FILL) {
        statement.execute(sql.formatted(numbers));
      }
      statement.execute(analyze);
    }
  }

  private static String plan(Connection connection) throws SQLException {
    VisibleQuery query = new VisibleQuery("board", "b5", 51);
    query.by(SEEKER, List.of("view", "modify", "full"));
    StringBuilder plan = new StringBuilder();
    try (PreparedStatement statement =
        connection.prepareStatement("explain " + query.sql().replaceAll("\\?\\d+", "?"))) {
      for (int i = 0; i < query.parameters().size(); i++) {
        statement.setObject(i + 1, query.parameters().get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }
    }
    return plan.toString();
  }
}
