/**
 * Session tokens: JSON Web Tokens signed with HMAC-SHA-256. Start at {@link
 * org.janua.token.Tokens}. Uses jose4j and a bounded cache; knows nothing of requests, cookies or
 * the database.
 */
package org.janua.token;
