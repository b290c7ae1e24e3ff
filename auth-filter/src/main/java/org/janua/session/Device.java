package org.janua.session;

import java.util.List;
import java.util.Optional;

/**
 * What a {@code User-Agent} header claims to be, for the people who look for a session they do not
 * know: "Firefox on Windows". Only words that stand here come out, whatever comes in. It is no
 * evidence: any program can send any header, and browsers call themselves by each other's names,
 * which is why the order matters.
 */
public final class Device {

  private static final String UNKNOWN = "unknown device";

  /** A name, and what stands in a header only where it is meant. */
  private record Mark(String text, String name) {}

  /** Of two that both stand in a header, the one that only its own maker writes comes first. */
  private static final List<Mark> BROWSERS =
      List.of(
          new Mark("Edg/", "Edge"),
          new Mark("EdgA/", "Edge"),
          new Mark("EdgiOS/", "Edge"),
          new Mark("OPR/", "Opera"),
          new Mark("OPT/", "Opera"),
          new Mark("Vivaldi/", "Vivaldi"),
          new Mark("SamsungBrowser/", "Samsung Internet"),
          new Mark("Firefox/", "Firefox"),
          new Mark("FxiOS/", "Firefox"),
          new Mark("CriOS/", "Chrome"),
          new Mark("HeadlessChrome/", "Chrome"),
          new Mark("Chrome/", "Chrome"),
          new Mark("Safari/", "Safari"));

  /** An iPhone's header names Mac OS X as well, Android's Linux. */
  private static final List<Mark> SYSTEMS =
      List.of(
          new Mark("iPhone", "iPhone"),
          new Mark("iPad", "iPad"),
          new Mark("Android", "Android"),
          new Mark("Windows NT", "Windows"),
          new Mark("CrOS ", "ChromeOS"),
          new Mark("Macintosh", "macOS"),
          new Mark("Linux", "Linux"));

  /** Programs say who they are at the start. */
  private static final List<Mark> PROGRAMS =
      List.of(
          new Mark("curl/", "curl"),
          new Mark("Wget/", "Wget"),
          new Mark("HTTPie/", "HTTPie"),
          new Mark("PostmanRuntime/", "Postman"),
          new Mark("python-", "a Python program"),
          new Mark("Python", "a Python program"),
          new Mark("Java", "a Java program"),
          new Mark("Apache-HttpClient/", "a Java program"),
          new Mark("okhttp/", "a Java program"),
          new Mark("Go-http-client/", "a Go program"));

  private Device() {}

  /**
   * The device that a header claims.
   *
   * @param userAgent the header; {@code null} or empty where there was none
   */
  public static String of(String userAgent) {
    if (userAgent == null) {
      return UNKNOWN;
    }
    return PROGRAMS.stream()
        .filter(program -> userAgent.startsWith(program.text()))
        .findFirst()
        .map(Mark::name)
        .or(() -> ofBrowser(userAgent))
        .orElse(UNKNOWN);
  }

  private static Optional<String> ofBrowser(String userAgent) {
    Optional<String> system = first(SYSTEMS, userAgent);
    return first(BROWSERS, userAgent)
        .map(browser -> browser + system.map(" on "::concat).orElse(""))
        .or(() -> system.map("unknown browser on "::concat));
  }

  private static Optional<String> first(List<Mark> marks, String userAgent) {
    return marks.stream()
        .filter(mark -> userAgent.contains(mark.text()))
        .map(Mark::name)
        .findFirst();
  }
}
