package org.janua.access;

/**
 * Where a request came from, as it is shown and written down.
 *
 * @param address the client's address as text
 * @param userAgent the {@code User-Agent} header; may be empty
 */
public record Client(String address, String userAgent) {

  /** No request at all. */
  public static final Client NONE = new Client("", "");
}
