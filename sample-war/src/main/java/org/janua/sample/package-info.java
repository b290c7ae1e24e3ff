/**
 * The sample application: a few small endpoints, each protected the way an application protects its
 * own. Start at {@link org.janua.sample.SampleApplication}. It uses Jakarta EE, and of Janua only
 * {@link org.janua.api.Caller}, where it wants to know who is calling, and {@link
 * org.janua.api.Access}, where it asks what they may do with one camera.
 */
package org.janua.sample;
