package org.janua.web;

import jakarta.servlet.http.HttpServletResponse;
import org.janua.request.Gate;
import org.janua.request.Inbound;

/** The headers of everything under {@code /auth/}. */
final class OwnArea {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private OwnArea() {}

  static void headers(Inbound inbound, HttpServletResponse response) {
    if (!Gate.isOwn(inbound)) {
      return;
    }
    response.setHeader("Cache-Control", "no-store"); // assets with a hash in their name undo this
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    if (inbound.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
