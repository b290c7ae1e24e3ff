/**
 * The composition root. {@link org.janua.Janua} is the only place that names implementations: read
 * it and you know the system.
 */
package org.janua;
