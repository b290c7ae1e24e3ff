package org.janua.sample.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** A browser and the sample before it, started once for all tests of a run. One thread only. */
final class Stage implements AutoCloseable {

  private final Playwright playwright;
  private final Browser browser;
  private final Sample sample;

  private Stage(Playwright playwright, Browser browser, Sample sample) {
    this.playwright = playwright;
    this.browser = browser;
    this.sample = sample;
  }

  static Stage open() {
    Path chromium = Chromium.locate();
    Playwright playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    LaunchOptions launch =
        new LaunchOptions().setExecutablePath(chromium).setArgs(Chromium.ARGUMENTS);
    return new Stage(playwright, playwright.chromium().launch(launch), Sample.start(Map.of()));
  }

  /** A stranger's browser in front of the sample. */
  Tab tab() {
    return tab(new NewContextOptions());
  }

  /** The same with some options of the browser. */
  Tab tab(NewContextOptions options) {
    return new Tab(browser.newContext(options), address());
  }

  /** A stranger's browser in front of another server. */
  Tab tab(URI server) {
    return tab(server, new NewContextOptions());
  }

  /** The same with some options of the browser. */
  Tab tab(URI server, NewContextOptions options) {
    return new Tab(browser.newContext(options), server);
  }

  URI address() {
    return sample.address();
  }

  Credentials admin() {
    return sample.admin();
  }

  @Override
  public void close() {
    sample.close();
    browser.close();
    playwright.close();
  }
}
