package org.janua.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the guide shows of the sample is what the sample does. */
class GuideTest {

  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @Test
  void the_code_about_roles_stands_in_the_sample() throws IOException {
    assertThat(lines(JAVA))
        .isNotEmpty()
        .isSubsetOf(stripped("src/main/java/org/janua/sample/CamerasResource.java"));
  }

  @Test
  void the_configuration_of_roles_stands_in_the_sample() throws IOException {
    assertThat(lines(YAML)).isNotEmpty().isSubsetOf(stripped("src/main/webapp/WEB-INF/auth.yml"));
  }

  private static List<String> lines(Pattern block) throws IOException {
    String guide = Files.readString(Path.of("../docs/guide.md"));
    String roles =
        guide.substring(guide.indexOf("## Roles"), guide.indexOf("## Groups and permissions"));
    return block
        .matcher(roles)
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
