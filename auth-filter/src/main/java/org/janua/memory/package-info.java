/**
 * What this node may remember of the database, and when it has to forget. Start at {@link
 * org.janua.memory.Recent}; {@link org.janua.memory.Changes} tells all of them at once.
 */
package org.janua.memory;
