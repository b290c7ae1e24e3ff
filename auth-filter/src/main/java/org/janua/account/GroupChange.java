package org.janua.account;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What an administrator changes of a group, all of it or nothing.
 *
 * @param name the new name, not yet checked; empty: it stays
 * @param description what becomes of the description
 */
public record GroupChange(Optional<String> name, UnaryOperator<String> description) {}
