/**
 * Starts real application servers with the sample WAR in them. Start at {@link
 * org.janua.sample.it.server.Server}; one {@link org.janua.sample.it.server.ServerKind} per product
 * knows how that product is laid out, and takes what it configures from {@code server-config}. Uses
 * the JDK only, and knows nothing of what the application answers.
 */
package org.janua.sample.it.server;
