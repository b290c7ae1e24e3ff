package org.janua.resource;

/**
 * What is given to one user or one group, by name.
 *
 * @param name of the user or the group
 * @param level the level that is given
 */
public record Share(String name, String level) {}
