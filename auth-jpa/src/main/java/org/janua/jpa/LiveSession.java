package org.janua.jpa;

/** A stored session and the account it belongs to, read together. Its expiry is not judged here. */
public record LiveSession(SessionRow session, UserRow user) {}
