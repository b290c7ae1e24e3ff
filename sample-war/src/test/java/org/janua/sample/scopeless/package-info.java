/** A guarded REST resource without a scope, for a WAR that starts on some servers only. */
package org.janua.sample.scopeless;
