/**
 * Sessions: opened at sign-in, looked up on every request, prolonged, ended. Start at {@link
 * org.janua.session.SessionBook}. The truth is a row in the database; a snapshot of at most five
 * seconds spares the query. Uses {@code token}, {@code access} and the database; reads no cookies.
 */
package org.janua.session;
