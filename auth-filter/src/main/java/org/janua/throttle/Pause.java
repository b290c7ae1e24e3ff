package org.janua.throttle;

/**
 * What somebody who tried too often is told.
 *
 * @param reason the limit in one sentence
 * @param seconds how long to wait, at least 1
 */
public record Pause(String reason, long seconds) {}
