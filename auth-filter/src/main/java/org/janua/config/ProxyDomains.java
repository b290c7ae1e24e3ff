package org.janua.config;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.janua.network.Network;

/** The kinds of values that say what stands in front of the application. */
final class ProxyDomains {
  private static final int LONGEST_NAME = 255;
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]{1,64}");
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]*");

  /** Headers that already say something else, to the server or to Janua. */
  private static final Set<String> TAKEN =
      Set.of(
          "authorization",
          "connection",
          "content-length",
          "content-type",
          "cookie",
          "forwarded",
          "host",
          "origin",
          "transfer-encoding",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-proto",
          "x-proxy-secret");

  private ProxyDomains() {}

  static Kind<List<Network>> networks() {
    Kind<Network> one =
        Kinds.text()
            .parsed(
                Network::parse,
                "is not a network: an IPv4 or IPv6 address, or one with /bits and nothing after"
                    + " them");
    return Kinds.list(one).called("list of networks", "CIDR or single addresses, no names");
  }

  /** An unresolved placeholder would be a secret that everybody knows. */
  static Kind<ProxySecret> secret() {
    return Kinds.text()
        .hidden()
        .only(text -> !text.isBlank(), "is blank")
        .only(text -> !text.contains("${"), "is a placeholder that was not filled in")
        .only(
            text -> VISIBLE.matcher(text).matches(),
            "has characters that do not travel in a header: visible ASCII only")
        .only(
            text -> text.length() >= ProxySecret.MIN_LENGTH,
            "is shorter than " + ProxySecret.MIN_LENGTH + " characters")
        .as(ProxySecret::of)
        .called("secret", "at least " + ProxySecret.MIN_LENGTH + " visible ASCII characters");
  }

  /** RFC 9110 5.1: a token, in any case. */
  static Kind<String> headerName() {
    return Kinds.text()
        .as(text -> text.strip().toLowerCase(Locale.ROOT))
        .only(name -> TOKEN.matcher(name).matches(), "is not the name of a header")
        .only(name -> !TAKEN.contains(name), "is a header with a meaning of its own")
        .called("header name", "");
  }

  /** Whether it is one of them is judged where both are known. */
  static Kind<String> trustedHeader() {
    return headerName().called("header name", "one of `proxy.trusted_headers`");
  }

  static Kind<String> separator() {
    return Kinds.text()
        .only(text -> text.codePointCount(0, text.length()) == 1, "is not exactly one character")
        .only(text -> !Character.isISOControl(text.codePointAt(0)), "is a control character")
        .called("character", "exactly one");
  }

  static Kind<String> userName() {
    return Kinds.text()
        .only(
            name ->
                !name.isBlank()
                    && name.codePointCount(0, name.length()) <= LONGEST_NAME
                    && name.indexOf(',') < 0
                    && name.codePoints().noneMatch(Character::isISOControl),
            "is not a user name")
        .called("user name", "1 to 255 characters, no comma");
  }
}
