/**
 * Signing in with a name and a password, and the very first start. Start at {@link
 * org.janua.signin.SignIn}. Answers values; knows nothing of HTTP.
 */
package org.janua.signin;
