/** Guarded methods of every sort, for a WAR that {@code GuardedMethodsIT} deploys. */
package org.janua.sample.guarded;
