/**
 * Counts failed attempts to present a password, by client address and by account, and says when
 * there were too many. Start at {@link org.janua.throttle.Throttle}. What may be done only so
 * often, failed or not, has a {@link org.janua.throttle.Quota}. Checks no password and knows no
 * HTTP.
 */
package org.janua.throttle;
