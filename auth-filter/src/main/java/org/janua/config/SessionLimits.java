package org.janua.config;

import java.time.Duration;

/**
 * How long a sign-in lasts, in whole seconds throughout, and how many there may be.
 *
 * @param length a session without "remember me"; {@link Duration#ZERO}: sign in every time
 * @param refresh a cookie with less than this left is renewed; zero: never; below {@code length}
 *     unless that is zero
 * @param remember a session with "remember me"
 * @param max no session outlives this, whatever the refreshes; at least {@code length} and {@code
 *     remember}
 * @param perUser the most live sessions of one user, at least 1
 */
public record SessionLimits(
    Duration length, Duration refresh, Duration remember, Duration max, int perUser) {}
