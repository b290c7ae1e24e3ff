package org.janua.jpa;

/** A stored key and the account it acts for, read together. Its expiry is not judged here. */
public record LiveApiKey(ApiKeyRow key, UserRow user) {}
