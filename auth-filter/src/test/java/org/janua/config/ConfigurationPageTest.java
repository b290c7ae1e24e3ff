package org.janua.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {
  private static final Path PAGE = Path.of("../docs/configuration.md");

  @Test
  void the_page_says_what_the_keys_say() throws IOException {
    String page = ConfigurationPage.text();
    if (Boolean.getBoolean("janua.docs.write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).hasContent(page);
  }

  @Test
  void every_live_key_has_a_full_row() {
    for (Key<?> key : Keys.LIVE) {
      assertThat(ConfigurationPage.text().lines())
          .as(key.name())
          .anyMatch(
              line -> line.matches("\\| `" + key.name() + "`[^|]*(\\|[^|]*){5}\\| [^|]+ \\|"));
    }
  }
}
