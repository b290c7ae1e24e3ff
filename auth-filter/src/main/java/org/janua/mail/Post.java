package org.janua.mail;

/** Where letters are handed over. Thread-safe. */
interface Post {

  /** Hands a letter over, and waits until it is taken. */
  void send(Letter letter) throws Undelivered;

  /** A letter that was not taken. */
  final class Undelivered extends Exception {
    private static final long serialVersionUID = 1L;

    Undelivered(Throwable cause) {
      super(cause);
    }
  }
}
