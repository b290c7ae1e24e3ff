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
 * @param byMechanism whether the container was there when it was decided, and knows
 */
record Judged(Inbound inbound, Verdict verdict, boolean byMechanism) {

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
        ? judged.verdict().caller().map(Caller.class::cast).orElse(Stranger.CALLER)
        : Stranger.CALLER;
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
    Judged judged = new Judged(inbound, verdict, byMechanism);
    request.setAttribute(ATTRIBUTE, judged);
    return judged;
  }

  private record Stranger(String name, String role, Set<String> roles, boolean isSignedIn)
      implements Caller {
    static final Caller CALLER = new Stranger(ANONYMOUS, "", Set.of(), false);
  }
}
