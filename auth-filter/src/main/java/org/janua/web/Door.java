package org.janua.web;

/** How a caller finds a guarded method. */
enum Door {
  /** They may go on. */
  OPEN,
  /** They may not, or have to sign in first. */
  CLOSED,
  /** They may not even know what is behind it. */
  HIDDEN
}
