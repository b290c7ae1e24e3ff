package org.janua.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.janua.config.Cookie;
import org.janua.session.Opened;

/**
 * The cookie that carries a session token, written and read. Over https its name starts with {@code
 * __Host-}, which a browser only accepts with Secure, Path=/ and no Domain (RFC 6265bis 4.1.3.2),
 * so no other host can plant it. Thread-safe.
 */
public final class SessionCookie {

  private static final String PREFIX = "__Host-";

  private final Cookie settings;

  /** Wires it. */
  public SessionCookie(Cookie settings) {
    this.settings = settings;
  }

  /** The values of every session cookie the request carries; more than one is an attack. */
  List<String> values(Inbound request) {
    String wanted = nameFor(request);
    return request.headers("Cookie").stream()
        .flatMap(line -> Arrays.stream(line.split(";")))
        .map(String::strip)
        .filter(pair -> pair.startsWith(wanted + "="))
        .map(pair -> unquoted(pair.substring(wanted.length() + 1)))
        .toList();
  }

  /** The {@code Set-Cookie} line that hands out a session. */
  public String give(Opened session, Inbound request, Instant now) {
    long seconds = Math.max(1, Duration.between(now, session.expiresAt()).toSeconds());
    String age = session.isPersistent() ? "; Max-Age=" + seconds : "";
    return line(request, session.reveal()) + age;
  }

  /**
   * The {@code Set-Cookie} line that takes the session back, with the attributes it was set with.
   */
  public String take(Inbound request) {
    return line(request, "") + "; Max-Age=0";
  }

  private String line(Inbound request, String value) {
    String flag = isSecure(request) ? "; Secure" : "";
    return nameFor(request) + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + flag;
  }

  private String nameFor(Inbound request) {
    return isSecure(request) ? PREFIX + settings.name() : settings.name();
  }

  private boolean isSecure(Inbound request) {
    return switch (settings.secure()) {
      case AUTO -> request.isSecure();
      case ALWAYS -> true;
      case NEVER -> false;
    };
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
