/**
 * Counts failed attempts to present a password, by client address and by account, and says when
 * there were too many. Start at {@link org.janua.throttle.Throttle}. Checks no password and knows
 * no HTTP.
 */
package org.janua.throttle;
