package org.janua.jpa;

/**
 * Which group, without what it has.
 *
 * @param name as it was typed
 */
public record GroupRef(String id, String name) {}
