package org.janua.sample;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * The application's own REST endpoints, found by the server's scanning. It lists no classes on
 * purpose: most applications do not, and Janua's endpoints must not show up here because of it.
 */
@ApplicationPath("api")
public class SampleApplication extends Application {}
