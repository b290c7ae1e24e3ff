package org.janua.sample;

import jakarta.ws.rs.core.Response;

/**
 * A sentence as an answer. It is plain text whatever the caller prefers ({@code @Produces} would
 * turn a browser's {@code Accept: text/html} into 406, before anybody is asked to sign in).
 */
final class Plain {

  private Plain() {}

  static Response text(Object sentence) {
    return Response.ok(sentence + "\n", "text/plain;charset=UTF-8").build();
  }
}
