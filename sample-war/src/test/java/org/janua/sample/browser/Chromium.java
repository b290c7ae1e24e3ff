package org.janua.sample.browser;

import java.nio.file.Path;
import java.util.List;
import org.janua.sample.it.server.DebianProgram;
import org.opentest4j.TestAbortedException;

/** The browser of this machine. */
final class Chromium {

  /**
   * What a browser in a test does without: a window, a sandbox (root has none), calls to its maker.
   */
  static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private Chromium() {}

  /**
   * The browser's executable.
   *
   * @throws TestAbortedException there is none, for the reason given; the tests are skipped
   */
  static Path locate() {
    return DebianProgram.locate("chromium", "chromium", "chromium-browser");
  }
}
