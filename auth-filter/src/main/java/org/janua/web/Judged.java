package org.janua.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.janua.Janua;
import org.janua.access.Identity;
import org.janua.access.Reach;
import org.janua.api.Caller;
import org.janua.request.Inbound;
import org.janua.request.Verdict;

/**
 * A request and the verdict on it: decided by the mechanism where the container has one, else by
 * the filter; the filter reuses what the mechanism decided.
 *
 * @param inbound the request
 * @param verdict who sent it
 * @param guests whether whoever does not sign in is a guest
 * @param byMechanism whether the container was there when it was decided, and knows
 */
record Judged(Inbound inbound, Verdict verdict, boolean guests, boolean byMechanism) {

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

  /** What the sender of a request that passed the filter may do; nothing when nobody is known. */
  static Reach reachOf(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Judged judged
        ? judged.verdict().caller().map(Identity::reach).orElse(Reach.NOTHING)
        : Reach.NOTHING;
  }

  private static Judged decide(HttpServletRequest request, Janua janua, boolean byMechanism) {
    Inbound inbound = ServletInbound.of(request, janua.settings());
    Verdict verdict = janua.authenticator().authenticate(inbound);
    boolean guests = janua.settings().signIn().guests();
    Judged judged = new Judged(inbound, verdict, guests, byMechanism);
    request.setAttribute(ATTRIBUTE, judged);
    return judged;
  }

  private Caller stranger() {
    return new Stranger(guests && verdict.isStranger());
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
