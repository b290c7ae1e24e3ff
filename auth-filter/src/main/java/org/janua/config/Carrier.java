package org.janua.config;

/** What carries the caller to the application ({@code auth.carrier}). */
public enum Carrier {
  /** Jakarta Security: the container knows the caller, EJB and constraints included. */
  CONTAINER,
  /** The servlet filter wraps the request; what the container enforces by itself is refused. */
  FILTER
}
