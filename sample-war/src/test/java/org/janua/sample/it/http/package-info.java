/**
 * A client that says exactly what a test wants to send, and shows exactly what came back. Start at
 * {@link org.janua.sample.it.http.Call}. Uses the JDK and Jakarta JSON Processing only; follows no
 * redirect and keeps no cookie.
 */
package org.janua.sample.it.http;
