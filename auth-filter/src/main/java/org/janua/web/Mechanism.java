package org.janua.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.janua.Janua;
import org.janua.access.Identity;
import org.janua.request.Inbound;

/**
 * Tells the container who is calling. Refuses by itself only where the container protects the
 * resource, because nothing else would be asked there; everywhere else the filter refuses.
 */
@ApplicationScoped
public class Mechanism implements HttpAuthenticationMechanism {

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<Installation> installation = Installation.of(request.getServletContext());
    if (installation.isPresent() && !installation.get().isCarriedByContainer()) {
      return context.doNothing();
    }
    Optional<Janua> janua = installation.flatMap(Installation::janua);
    return janua
        .map(running -> validate(running, request, response, context))
        .orElseGet(() -> unavailable(request, response, context));
  }

  @Override
  public void cleanSubject(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    try {
      Installation.of(request.getServletContext())
          .flatMap(Installation::janua)
          .ifPresent(janua -> Passage.signOut(janua, Judged.of(request, janua), response));
    } finally {
      context.cleanClientSubject();
    }
  }

  private static AuthenticationStatus validate(
      Janua janua,
      HttpServletRequest request,
      HttpServletResponse response,
      HttpMessageContext context) {
    Judged judged = Judged.forMechanism(request, janua);
    Optional<Identity> caller = judged.verdict().caller();
    if (caller.isPresent()) {
      return context.notifyContainerAboutLogin(
          new CallerPrincipal(caller.get().name()), caller.get().roles());
    }
    return context.isProtected()
        ? challenge(janua, judged, new ReplyWriter(request, response))
        : context.doNothing();
  }

  private static AuthenticationStatus challenge(Janua janua, Judged judged, ReplyWriter writer) {
    Inbound inbound = judged.inbound();
    return failed(
        janua
            .gate()
            .challenge(inbound, judged.verdict())
            .fold(
                proceed -> writer::unavailable,
                refuse -> () -> writer.refuse(janua, inbound, refuse),
                signIn -> () -> writer.signInFirst(janua, inbound, signIn)));
  }

  private static AuthenticationStatus unavailable(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    return context.isProtected()
        ? failed(new ReplyWriter(request, response)::unavailable)
        : context.doNothing();
  }

  private static AuthenticationStatus failed(Step answer) {
    try {
      answer.run();
      return AuthenticationStatus.SEND_FAILURE;
    } catch (IOException | ServletException e) {
      throw new IllegalStateException("a refusal could not be written", e);
    }
  }
}
