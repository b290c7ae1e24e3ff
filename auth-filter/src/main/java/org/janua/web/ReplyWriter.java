package org.janua.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.janua.Janua;
import org.janua.request.Inbound;
import org.janua.request.Problem;
import org.janua.request.Reply;
import org.janua.request.Verdict.Channel;
import org.janua.rest.JsonText;

/** Writes refusals to the response. Belongs to one request. */
final class ReplyWriter {

  private final HttpServletRequest request;
  private final HttpServletResponse response;

  ReplyWriter(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
  }

  /** Nothing is running yet, or no longer. */
  void unavailable() throws IOException {
    write(Problem.UNAVAILABLE, false);
  }

  void refuse(Janua janua, Inbound inbound, Reply.Refuse refuse) throws IOException {
    takeDeadCookie(janua, inbound, refuse.rejected());
    write(refuse.problem(), refuse.rejected().isPresent());
  }

  void signInFirst(Janua janua, Inbound inbound, Reply.SignInFirst reply) throws IOException {
    takeDeadCookie(janua, inbound, reply.rejected());
    String back = URLEncoder.encode(reply.target(), StandardCharsets.UTF_8);
    response.setHeader("Location", request.getContextPath() + "/auth/login?return=" + back);
    if (reply.status() == HttpServletResponse.SC_UNAUTHORIZED) {
      write(Problem.UNAUTHORIZED, reply.rejected().isPresent());
    } else {
      response.setStatus(reply.status());
      response.setHeader("Cache-Control", "no-store");
    }
  }

  private void takeDeadCookie(Janua janua, Inbound inbound, Optional<Channel> rejected) {
    if (rejected.filter(Channel.COOKIE::equals).isPresent()) {
      response.addHeader("Set-Cookie", janua.cookie().take(inbound));
    }
  }

  private void write(Problem problem, boolean rejected) throws IOException {
    response.setStatus(problem.status());
    problem.headers().forEach(response::setHeader);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
      // RFC 6750 3.1: an error code only when a credential was presented
      String error = rejected ? ", error=\"invalid_token\"" : "";
      response.setHeader("WWW-Authenticate", "Bearer realm=\"janua\"" + error);
    }
    String text = JsonText.of(problem.members());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(text.getBytes(StandardCharsets.UTF_8).length);
    try {
      response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalStateException writerInUse) { // the application asked for it before it refused
      response.getWriter().write(text);
    }
  }
}
