package org.janua.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guide shows of the sample is what the sample does. */
class GuideTest {

  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  private static final String EVENTS = "## Audit log and events";
  private static final String ROLES = "## Roles";
  private static final String ONE_THING = "## Permissions on one thing";

  @Test
  void the_code_about_roles_stands_in_the_sample() throws IOException {
    assertThat(lines(JAVA, ROLES))
        .isNotEmpty()
        .isSubsetOf(stripped("src/main/java/org/janua/sample/CamerasResource.java"));
  }

  @Test
  void the_code_about_single_things_is_compiled() throws IOException {
    assertThat(lines(JAVA, ONE_THING))
        .isNotEmpty()
        .isSubsetOf(stripped("src/test/java/org/janua/sample/GuideExamples.java"));
  }

  @Test
  void the_code_about_guarded_methods_stands_in_the_sample() throws IOException {
    assertThat(lines(JAVA, "## Guard a method"))
        .isNotEmpty()
        .isSubsetOf(stripped("src/main/java/org/janua/sample/BoardsResource.java"));
  }

  @Test
  void the_observer_of_events_stands_in_the_sample() throws IOException {
    assertThat(lines(JAVA, EVENTS))
        .isNotEmpty()
        .isSubsetOf(stripped("src/main/java/org/janua/sample/SecurityNews.java"));
  }

  @ParameterizedTest
  @ValueSource(strings = {ROLES, ONE_THING})
  void the_configuration_stands_in_the_sample(String section) throws IOException {
    assertThat(lines(YAML, section))
        .isNotEmpty()
        .isSubsetOf(stripped("src/main/webapp/WEB-INF/auth.yml"));
  }

  private static List<String> lines(Pattern block, String heading) throws IOException {
    String guide = Files.readString(Path.of("../docs/guide.md"));
    int start = guide.indexOf(heading);
    String section = guide.substring(start, guide.indexOf("\n## ", start));
    return block
        .matcher(section)
        .results()
        .map(found -> found.group(1))
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static List<String> stripped(String file) throws IOException {
    return Files.readString(Path.of(file)).lines().map(String::strip).toList();
  }
}
