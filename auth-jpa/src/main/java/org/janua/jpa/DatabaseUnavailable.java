package org.janua.jpa;

/**
 * The database gave no answer: it is down, too slow, refused the statement, or kept losing the unit
 * of work to others. Nothing was written. Never means "not found"; a caller answers 503.
 */
public final class DatabaseUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  DatabaseUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
