package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.janua.request.OwnPaths;
import org.janua.sample.it.http.Call;
import org.janua.sample.it.server.ServerKind;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Everything that can be asked of Janua and of the sample, by everybody there is, against a table
 * that was read and agreed to: {@code authorization-matrix.txt}. Whoever adds an endpoint adds its
 * lines there. Nothing is changed by what is asked: a body has a member nobody knows, and what
 * would be deleted is not there.
 *
 * <p>After a failure the table as it was answered lies in {@code target}.
 */
@ClassTemplate
@ExtendWith(EveryKind.class)
@Tag("AZ-01")
final class AuthorizationMatrixIT {

  private static final Path TABLE = Path.of("src/test/resources/authorization-matrix.txt");
  private static final Path ANSWERED = Path.of("target/authorization-matrix.txt");

  private static final String NOT_UNDERSTOOD = "{\"not understood\": true}";
  private static final String TO_NOBODY =
      "{\"users\": [{\"username\": \"nothing-is-called-this\", \"level\": \"full\"}]}";

  @Test
  void everybody_may_do_what_the_table_says(ServerKind kind) throws IOException {
    List<Line> table = table();
    List<String> answered = new ArrayList<>();
    try (Site site = guarded(kind).start()) {
      Cast cast = new Cast(site);
      for (Line line : table) {
        answered.add(line.withStatuses(answers(site, cast, line)));
      }
    }
    Files.write(ANSWERED, answered);
    assertThat(answered).containsExactlyElementsOf(table.stream().map(Line::text).toList());
  }

  @Test
  void the_table_leaves_nothing_out() throws IOException {
    Set<String> asked =
        table().stream().map(Line::shape).collect(Collectors.toCollection(TreeSet::new));
    Set<String> offered =
        Stream.concat(OwnPaths.all().stream(), SamplePaths.all().stream())
            .filter(path -> !path.startsWith("HEAD "))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(asked).isEqualTo(offered);
  }

  private static Deployment guarded(ServerKind kind) {
    return new Deployment(kind, Carrier.CONTAINER).with("AUTH_PROVIDERS", "credentials,guest");
  }

  private static List<Integer> answers(Site site, Cast cast, Line line) {
    List<Integer> statuses = new ArrayList<>();
    for (String caller : Cast.CALLERS) {
      Call call = Call.of(line.method(), cast.path(line.path()));
      boolean carries = !Set.of("GET", "DELETE").contains(line.method());
      Call sent = cast.by(caller, carries ? call.json(line.body()) : call);
      statuses.add(site.send(sent).status());
    }
    if (line.endsSessions()) {
      cast.signInAgain();
    }
    return statuses;
  }

  private static List<Line> table() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Line::of)
        .toList();
  }

  /** What is asked, and what each caller is answered. */
  private record Line(String method, String path, String text) {

    static Line of(String text) {
      String[] words = text.split(" +", 3);
      return new Line(words[0], words[1], text.strip());
    }

    /** The path with a star for what stands in braces. */
    String shape() {
      return method
          + " "
          + path.replaceAll("\\{[^/]*}", "*")
              .replaceAll("\\?.*", "")
              .replaceAll("/resources/[a-z]+/", "/resources/*/");
    }

    String body() {
      return path.contains("/resources/") ? TO_NOBODY : NOT_UNDERSTOOD;
    }

    boolean endsSessions() {
      return path.contains("/logout") || path.contains("/signout") || path.endsWith("/sessions");
    }

    String withStatuses(List<Integer> statuses) {
      return String.format("%-6s %-50s", method, path)
          + statuses.stream().map(status -> " " + status).collect(Collectors.joining());
    }
  }
}
