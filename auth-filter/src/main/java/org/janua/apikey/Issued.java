package org.janua.apikey;

import org.janua.jpa.ApiKeyRow;

/**
 * A key that was just made, with its text, which is not seen again. Not a record: that is a secret.
 * Immutable.
 */
public final class Issued {

  private final ApiKeyRow row;
  private final KeyText key;

  Issued(ApiKeyRow row, KeyText key) {
    this.row = row;
    this.key = key;
  }

  /** What is stored of it. */
  public ApiKeyRow row() {
    return row;
  }

  /** The key itself. */
  public String reveal() {
    return key.reveal();
  }

  @Override
  public String toString() {
    return "Issued[" + row.id() + "]";
  }
}
