/**
 * What a text from outside is made of. Start at {@link org.janua.text.Line}. Every package may use
 * it; it uses none. How long a text may be is said where it is used.
 */
package org.janua.text;
