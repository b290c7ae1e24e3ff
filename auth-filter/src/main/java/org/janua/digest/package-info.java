/**
 * Digests of text and bytes. Start at {@link org.janua.digest.Sha256}. Every package may use it; it
 * uses none. What a digest is kept for, and where a salt belongs to it, is said where it is used.
 */
package org.janua.digest;
