/**
 * The login page and the files it needs. Start at {@link PageServlet}. The files lie beside this
 * package on the class path, are read once and are served from memory under names that contain
 * their content's hash. Uses the Servlet API only; security headers are the filter's business.
 */
package org.janua.web.pages;
