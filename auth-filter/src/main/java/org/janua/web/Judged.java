package org.janua.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.janua.Janua;
import org.janua.access.Standing;
import org.janua.api.Access;
import org.janua.api.Caller;
import org.janua.api.Resources;
import org.janua.request.Inbound;
import org.janua.request.Verdict;

/**
 * A request and the verdict on it: decided by the mechanism where the container has one, else by
 * the filter; the filter reuses what the mechanism decided.
 *
 * @param inbound the request
 * @param verdict who sent it
 * @param janua who decided it
 * @param byMechanism whether the container was there when it was decided, and knows
 */
record Judged(Inbound inbound, Verdict verdict, Janua janua, boolean byMechanism) {

  private static final String ATTRIBUTE = Judged.class.getName();

  /** The verdict on a request, decided now if it was not before. */
  static Judged of(HttpServletRequest request, Janua janua) {
    return request.getAttribute(ATTRIBUTE) instanceof Judged judged
        ? judged
        : decide(request, janua, false);
  }

  /** Decides for the mechanism, which is asked before the filter. */
  static Judged forMechanism(HttpServletRequest request, Janua janua) {
    return decide(request, janua, true);
  }

  /** Who sent a request that passed the filter; a stranger when nobody is known. */
  static Caller callerOf(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Judged judged
        ? judged.verdict().caller().map(Caller.class::cast).orElseGet(judged::stranger)
        : new Stranger(false);
  }

  /** What the sender of a request that passed the filter may do; nothing for any other request. */
  static Access accessOf(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Judged judged
        ? new CallerAccess(
            judged.janua().things().decisions(), judged.verdict().caller(), judged.standing())
        : CallerAccess.NOTHING;
  }

  /** The application's things as a request makes them that passed the filter. */
  static Resources resourcesOf(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Judged judged) {
      return new CallerResources(judged.janua().things().registry(), judged.verdict().caller());
    }
    throw new IllegalStateException("This request did not pass Janua's filter");
  }

  private static Judged decide(HttpServletRequest request, Janua janua, boolean byMechanism) {
    Inbound inbound = ServletInbound.of(request, janua.settings());
    Verdict verdict = janua.authenticator().authenticate(inbound);
    Judged judged = new Judged(inbound, verdict, janua, byMechanism);
    request.setAttribute(ATTRIBUTE, judged);
    return judged;
  }

  private Caller stranger() {
    return new Stranger(isGuest());
  }

  private Standing standing() {
    return verdict
        .caller()
        .map(Standing::of)
        .orElseGet(() -> isGuest() ? Standing.GUEST : Standing.NOBODY);
  }

  private boolean isGuest() {
    return verdict.isStranger() && janua.settings().signIn().guests();
  }

  /** Somebody who did not sign in. */
  private record Stranger(boolean isGuest) implements Caller {
    @Override
    public String name() {
      return ANONYMOUS;
    }

    @Override
    public String role() {
      return "";
    }

    @Override
    public Set<String> roles() {
      return Set.of();
    }

    @Override
    public boolean isSignedIn() {
      return false;
    }
  }
}
