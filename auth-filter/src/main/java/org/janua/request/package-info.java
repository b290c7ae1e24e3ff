/**
 * The straight line of one request: credential, caller, session, reply. Start at {@link
 * org.janua.request.Authenticator}, which shows it in one screen. Plain values in, plain values
 * out; the servlet filter and the authentication mechanism are thin shells around it.
 */
package org.janua.request;
