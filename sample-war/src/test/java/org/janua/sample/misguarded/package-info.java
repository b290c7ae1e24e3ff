/** Guards that would do nothing or let nobody in, for a WAR that must not start. */
package org.janua.sample.misguarded;
