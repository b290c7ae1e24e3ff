/**
 * {@code auth.yml}, environment, system properties and MicroProfile Config become immutable
 * records; every fault is reported, not just the first.
 *
 * <p>Start at {@link org.janua.config.Configuration}. The keys are a table in {@code Keys} (live)
 * and {@code LaterKeys} (known, refused until their feature is there); parsing, the check for
 * unknown keys and {@code docs/configuration.md} all follow from it. Uses the JDK and SnakeYAML
 * Engine only; MicroProfile Config is touched in one guarded class. Does not log and keeps no
 * state.
 */
package org.janua.config;
