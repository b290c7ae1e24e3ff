package org.janua.web;

import jakarta.servlet.ServletException;
import java.io.IOException;

/** What is done next with a request. */
@FunctionalInterface
interface Step {

  void run() throws IOException, ServletException;
}
