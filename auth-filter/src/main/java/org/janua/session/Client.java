package org.janua.session;

/**
 * Where a request came from, as the session list shows it.
 *
 * @param address the client's address as text
 * @param userAgent the {@code User-Agent} header; may be empty
 */
public record Client(String address, String userAgent) {}
