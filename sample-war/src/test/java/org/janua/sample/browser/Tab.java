package org.janua.sample.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One visitor's browser, with cookies of its own, and what it complained about. */
final class Tab implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static final double PATIENCE_MILLIS = 40_000;
  private static final int ATTEMPTS = 50;

  private final BrowserContext context;
  private final Page page;
  private final URI home;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  Tab(BrowserContext context, URI home) {
    this.context = context;
    this.page = context.newPage();
    this.home = home;
    page.onConsoleMessage(message -> note(message.type(), message.text()));
    page.onPageError(complaints::add);
    page.onRequest(request -> requests.add(request.url()));
  }

  private void note(String type, String text) {
    if (type.equals("error") || type.equals("warning")) {
      complaints.add(text);
    }
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** Opens the login page with this raw return address. */
  Tab openLogin(String returnAddress) {
    return open(login(returnAddress));
  }

  /** Opens a path and waits until the page is loaded and its script has run. */
  Tab open(String path) {
    page.navigate(address(path));
    return this;
  }

  /** Opens the login page as somebody signed in, and gives the address that it leads to. */
  String passLogin(String returnAddress) {
    page.navigate(
        address(login(returnAddress)), new NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    return awaitPageBehind();
  }

  private String awaitPageBehind() {
    page.waitForURL(url -> !URI.create(url).getPath().equals("/auth/login"));
    return page.url();
  }

  private static String login(String returnAddress) {
    return "/auth/login?return=" + URLEncoder.encode(returnAddress, StandardCharsets.UTF_8);
  }

  String address(String path) {
    return home + path;
  }

  Locator username() {
    return page.locator("[name=username]");
  }

  Locator password() {
    return page.locator("[name=password]");
  }

  Locator form() {
    return page.locator("form");
  }

  Locator submit() {
    return page.locator("button[type=submit]");
  }

  Locator alert() {
    return page.locator("[role=alert]");
  }

  /** Fills in the form and sends it. */
  void submit(String name, String password) {
    username().fill(name);
    password().fill(password);
    submit().click();
  }

  /** Sends a name and a password that nobody has, and gives what the page says to that. */
  String attempt() {
    submit("somebody", "something");
    assertThat(form())
        .hasAttribute("aria-busy", "false", new HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
    return alert().innerText().replaceAll("\\s+", " ");
  }

  /** Attempts until the page says what is expected; false if it never does. */
  boolean attemptUntil(Predicate<String> expected) {
    return Stream.generate(this::attempt).limit(ATTEMPTS).anyMatch(expected);
  }

  /** Signs in and waits for the page behind. */
  void signIn(Credentials credentials) {
    submit(credentials.username(), credentials.password());
    awaitPageBehind();
  }

  /** Everything written to the console as an error or a warning, CSP violations included. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** The addresses of all requests so far. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  boolean scrollsSideways() {
    return (Boolean)
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  void screenshot(String name) {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  @Override
  public void close() {
    context.close();
  }
}
