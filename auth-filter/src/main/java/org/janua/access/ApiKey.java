package org.janua.access;

/**
 * An API key that acts for its owner, as it is written down: nothing here opens anything.
 *
 * @param id the immutable id of the key
 * @param description what its owner says it is for
 */
public record ApiKey(String id, String description) {}
