package org.janua.config;

import java.time.Duration;

/**
 * What becomes of the audit log.
 *
 * @param retention how long an entry is kept
 */
public record Auditing(Duration retention) {}
