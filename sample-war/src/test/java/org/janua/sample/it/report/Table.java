package org.janua.sample.it.report;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Renders the outcome files of a run as Markdown. */
final class Table {

  private static final List<String> ORDER =
      List.of("payara-micro", "payara", "wildfly", "openliberty", "glassfish");
  private static final Map<String, String> NAMES =
      Map.of(
          "payara-micro", "Payara Micro",
          "payara", "Payara Server",
          "wildfly", "WildFly",
          "openliberty", "Open Liberty",
          "glassfish", "GlassFish");

  private final List<JsonObject> columns;

  private Table(List<JsonObject> columns) {
    this.columns =
        columns.stream()
            .sorted(
                Comparator.comparingInt((JsonObject one) -> ORDER.indexOf(one.getString("server")))
                    .thenComparing(Table::carrier))
            .toList();
  }

  /**
   * Writes the page when {@code -Djanua.write-table=true} asks for it and every server was run with
   * both carriers.
   */
  static void writeIfAsked() {
    Table table = new Table(OutcomeFile.readAll());
    if (Boolean.getBoolean("janua.write-table") && table.hasEveryServer()) {
      try {
        Files.writeString(Path.of(System.getProperty("janua.table")), table.markdown());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private boolean hasEveryServer() {
    return columns.size() == ORDER.size() * 2;
  }

  private String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("# What was checked on which server\n\n");
    text.append("Made by the server tests; do not edit. `mvn verify -Pall-servers");
    text.append(" -Djanua.write-table=true` makes it again.\n\n");
    text.append("One WAR, unchanged, on every server, with both carriers (`auth.carrier`).\n\n");
    servers(text);
    text.append("\n`ok`: as promised. `refused`: the carrier `filter` cannot carry this rule to");
    text.append(" the container, and the request is refused, never let through. `–`: does not");
    text.append(" depend on the carrier, and is asked with `container` only.\n");
    checks().forEach((subject, names) -> section(text, subject, names));
    return text.toString();
  }

  private void servers(StringBuilder text) {
    text.append("| Server | Version | JDK |\n|---|---|---|\n");
    columns.stream()
        .map(
            column ->
                "| %s | %s | %d |\n"
                    .formatted(name(column), column.getString("version"), column.getInt("jdk")))
        .distinct()
        .forEach(text::append);
  }

  private void section(StringBuilder text, String subject, Set<String> names) {
    text.append("\n## ").append(subject).append("\n\n| |");
    columns.forEach(
        column ->
            text.append(' ')
                .append(name(column))
                .append(", ")
                .append(carrier(column))
                .append(" |"));
    text.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
    for (String check : names) {
      text.append("| ").append(check).append(" |");
      columns.forEach(column -> text.append(' ').append(cell(column, subject, check)).append(" |"));
      text.append('\n');
    }
  }

  private Map<String, Set<String>> checks() {
    Map<String, Set<String>> all = new TreeMap<>();
    for (JsonObject column : columns) {
      column
          .getJsonObject("checks")
          .forEach(
              (subject, rows) ->
                  all.computeIfAbsent(subject, name -> new TreeSet<>())
                      .addAll(rows.asJsonObject().keySet()));
    }
    return all;
  }

  private static String cell(JsonObject column, String subject, String check) {
    JsonValue rows = column.getJsonObject("checks").get(subject);
    if (rows == null) {
      return "–";
    }
    JsonValue outcome = rows.asJsonObject().get(check);
    String text = outcome instanceof JsonString known ? known.getString() : "not run";
    return text.equals(Outcomes.PASSED) ? "ok" : text;
  }

  private static String name(JsonObject column) {
    return NAMES.get(column.getString("server"));
  }

  private static String carrier(JsonObject column) {
    return column.getString("carrier");
  }
}
