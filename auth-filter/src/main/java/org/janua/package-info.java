/**
 * The composition root, and the only package that names implementations: read {@link
 * org.janua.Janua} and the parts it is made of, and you know the system. A part is built once, from
 * those above it.
 */
package org.janua;
