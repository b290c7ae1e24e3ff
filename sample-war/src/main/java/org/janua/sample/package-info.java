/**
 * The sample application: a few small endpoints, each protected the way an application protects its
 * own. Start at {@link org.janua.sample.SampleApplication}, and for things that are shared at
 * {@link org.janua.sample.BoardsResource}. It uses Jakarta EE, and of Janua only the package {@link
 * org.janua.api}.
 */
package org.janua.sample;
