package org.janua.request;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.janua.request.Verdict.Channel;

/**
 * Turns the verdict on a request into a reply. {@link Reply.Proceed} is answered for an admitted
 * caller who may do this, and for a stranger where strangers are welcome; every other way ends in a
 * refusal. Thread-safe.
 */
public final class Gate {

  private final boolean protectApplication;
  private final boolean ownSignIn;
  private final boolean guests;

  /**
   * Wires it.
   *
   * @param protectApplication whether the application's own resources must be called same-origin
   * @param ownSignIn whether people can sign in to Janua itself
   * @param guests whether whoever does not sign in may see what is public
   */
  public Gate(boolean protectApplication, boolean ownSignIn, boolean guests) {
    this.protectApplication = protectApplication;
    this.ownSignIn = ownSignIn;
    this.guests = guests;
  }

  /** Whether a request is to Janua's own area, whatever is there. */
  public static boolean isOwn(Inbound request) {
    return OwnResources.covers(request.path());
  }

  /** Decides what is done with a request. */
  public Reply reply(Inbound request, Verdict verdict) {
    return isOwn(request)
        ? own(request, verdict)
        : enforce(request, verdict, Requirement.PUBLIC, protectApplication);
  }

  /** The refusal of a request that needs a caller, or another one. */
  public Reply challenge(Inbound request, Verdict verdict) {
    return verdict.fold(
        admitted -> Reply.Refuse.with(Problem.FORBIDDEN),
        () -> signInFirst(request, Optional.empty()),
        rejected -> signInFirst(request, Optional.of(rejected.channel())),
        barred -> Reply.Refuse.with(Problem.FORBIDDEN), // signing in would not help
        () -> Reply.Refuse.with(Problem.UNAVAILABLE));
  }

  private Reply own(Inbound request, Verdict verdict) {
    if (!isPlain(request)) {
      return Reply.Refuse.with(Problem.AMBIGUOUS_PATH);
    }
    if (isCall(request) && !PlainPath.isQueryWhole(request.target())) {
      return Reply.Refuse.with(Problem.BROKEN_QUERY);
    }
    Optional<OwnResources.Rule> rule = OwnResources.find(request.path());
    if (rule.isEmpty() || !ownSignIn && OwnResources.isSignIn(request.path())) {
      return Reply.Refuse.with(Problem.NOT_FOUND);
    }
    if (!rule.get().methods().contains(request.method())) {
      return Reply.Refuse.with(Problem.methodNotAllowed(rule.get().allow()));
    }
    if (verdict.isByKey() && rule.get().inPerson().contains(request.method())) {
      return Reply.Refuse.with(Problem.NOT_BY_KEY);
    }
    Requirement requirement = rule.get().requirement();
    return switch (requirement) {
      case LENIENT -> proceed(request, verdict);
      case SESSION -> handsOutSession(request);
      case GUARDED -> forAnotherServer(request, verdict);
      case PUBLIC, SIGNED_IN, ADMIN -> enforce(request, verdict, requirement, true);
    };
  }

  private static boolean isPlain(Inbound request) {
    return OwnResources.isOfGroups(request.path())
        ? PlainPath.isPlainName(request.target())
        : PlainPath.isPlain(request.target());
  }

  /** Signing in and out must not be done by a foreign page either (login CSRF). */
  private Reply handsOutSession(Inbound request) {
    boolean own =
        SameOrigin.isSafe(request)
            ? SameOrigin.isOwnNavigation(request)
            : SameOrigin.holds(request);
    return own ? new Reply.Proceed(Optional.empty()) : Reply.Refuse.with(Problem.CROSS_ORIGIN);
  }

  private Reply forAnotherServer(Inbound request, Verdict verdict) {
    return verdict.fold(
        admitted -> proceed(request, admitted),
        () ->
            guests && asksForGuests(request)
                ? proceed(request, verdict)
                : loginPageNamed(request, Optional.empty()),
        rejected -> loginPageNamed(request, Optional.of(rejected.channel())),
        barred -> Reply.Refuse.with(Problem.FORBIDDEN),
        () -> Reply.Refuse.with(Problem.UNAVAILABLE));
  }

  /** Said once, by the server that asks; a second word on it would be its client's. */
  private static boolean asksForGuests(Inbound request) {
    String[] target = request.target().split("\\?", 2);
    return target.length == 2
        && Stream.of(target[1].split("&"))
            .filter(parameter -> parameter.startsWith("guest="))
            .toList()
            .equals(List.of("guest=allow"));
  }

  private Reply loginPageNamed(Inbound request, Optional<Channel> rejected) {
    return ownSignIn
        ? new Reply.SignInFirst(401, ReturnPath.ofGuarded(request), rejected)
        : new Reply.Refuse(Problem.UNAUTHORIZED, rejected);
  }

  private Reply enforce(
      Inbound request, Verdict verdict, Requirement requirement, boolean guarded) {
    return verdict.fold(
        admitted -> admit(request, admitted, requirement, guarded),
        () ->
            requirement == Requirement.PUBLIC
                ? proceed(request, verdict)
                : challenge(request, verdict),
        rejected -> challenge(request, verdict),
        barred -> challenge(request, verdict),
        () -> challenge(request, verdict));
  }

  private Reply admit(
      Inbound request, Verdict.Admitted admitted, Requirement requirement, boolean guarded) {
    if (guarded && isForeign(request, admitted)) {
      return Reply.Refuse.with(Problem.CROSS_ORIGIN);
    }
    boolean entitled =
        switch (requirement) {
          case PUBLIC, SIGNED_IN -> true;
          case ADMIN -> admitted.identity().isAdmin();
          case LENIENT, SESSION, GUARDED -> false;
        };
    return entitled ? proceed(request, admitted) : Reply.Refuse.with(Problem.FORBIDDEN);
  }

  private boolean isForeign(Inbound request, Verdict.Admitted admitted) {
    return admitted.isAmbient() && !SameOrigin.isSafe(request) && !SameOrigin.holds(request);
  }

  /** A request that may set the session cookie itself does not get a refreshed one besides. */
  private static Reply proceed(Inbound request, Verdict verdict) {
    boolean mayRefresh = SameOrigin.isSafe(request) || !isOwn(request);
    return new Reply.Proceed(
        verdict.fold(
            admitted -> admitted.refreshed().filter(session -> mayRefresh),
            Optional::empty,
            rejected -> Optional.empty(),
            barred -> Optional.empty(),
            Optional::empty));
  }

  private Reply signInFirst(Inbound request, Optional<Channel> rejected) {
    boolean byHeader = rejected.filter(channel -> channel != Channel.COOKIE).isPresent();
    return ownSignIn && isPageOpened(request) && !byHeader
        ? new Reply.SignInFirst(302, ReturnPath.of(request), rejected)
        : new Reply.Refuse(Problem.UNAUTHORIZED, rejected);
  }

  /** A person opening a page, as opposed to a script or a program. */
  private static boolean isPageOpened(Inbound request) {
    boolean page =
        request.headers("Accept").stream()
            .anyMatch(line -> line.toLowerCase(Locale.ROOT).contains("text/html"));
    return page
        && SameOrigin.isNavigation(request)
        && SameOrigin.isSafe(request)
        && !isCall(request);
  }

  /** To Janua's own programming interface, as opposed to a page of its own or anything else. */
  private static boolean isCall(Inbound request) {
    return request.path().startsWith(OwnResources.AREA + "/api/");
  }
}
