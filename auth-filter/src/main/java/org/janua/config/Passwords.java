package org.janua.config;

/**
 * What a new password must be and how it is hashed.
 *
 * @param minLength code points, 8 to 128
 * @param hashIterations PBKDF2 rounds for new hashes, 1,000 to 5,000,000
 */
public record Passwords(int minLength, int hashIterations) {}
