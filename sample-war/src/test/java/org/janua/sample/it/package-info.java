/**
 * Black-box tests of the sample WAR on real servers, over HTTP only. Start at {@link
 * org.janua.sample.it.EveryServerIT}: one class of checks per subject, run on every chosen server
 * with every carrier. What needs a server of its own (another database, a faulty configuration) is
 * in the other {@code *IT} classes. Uses {@code server} to start, {@code http} to talk, {@code
 * report} for the table in {@code docs/servers.md}.
 */
package org.janua.sample.it;
