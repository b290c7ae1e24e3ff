/**
 * What the server tests found, kept per server as JSON and rendered as the table in {@code
 * docs/servers.md}. Start at {@link org.janua.sample.it.report.Outcomes}. Uses JUnit's extension
 * points and {@code server}'s names and versions.
 */
package org.janua.sample.it.report;
