/**
 * What happened, for applications that want to know: observe {@link
 * org.janua.api.event.SecurityEvent}.
 */
package org.janua.api.event;
