package org.janua.request;

import java.util.Optional;
import java.util.function.Function;
import org.janua.request.Verdict.Channel;
import org.janua.session.Opened;

/** What is to be done with a request. Only {@link Proceed} lets it through. */
public sealed interface Reply {

  /** Answers from whichever case it is. */
  <R> R fold(
      Function<Proceed, R> proceed, Function<Refuse, R> refuse, Function<SignInFirst, R> signIn);

  /**
   * Let it through.
   *
   * @param refreshed the session whose new token goes along
   */
  record Proceed(Optional<Opened> refreshed) implements Reply {
    @Override
    public <R> R fold(
        Function<Proceed, R> proceed, Function<Refuse, R> refuse, Function<SignInFirst, R> signIn) {
      return proceed.apply(this);
    }
  }

  /**
   * Answer with a problem.
   *
   * @param problem what to say
   * @param rejected what carried the credential that is not good, if that is the reason
   */
  record Refuse(Problem problem, Optional<Channel> rejected) implements Reply {

    static Refuse with(Problem problem) {
      return new Refuse(problem, Optional.empty());
    }

    @Override
    public <R> R fold(
        Function<Proceed, R> proceed, Function<Refuse, R> refuse, Function<SignInFirst, R> signIn) {
      return refuse.apply(this);
    }
  }

  /**
   * Name the login page that leads back afterwards.
   *
   * @param status 302 sends the browser there; 401 tells it to a server that asks for its client
   * @param target the path and query to come back to
   * @param rejected what carried the credential that is not good, if that is the reason
   */
  record SignInFirst(int status, String target, Optional<Channel> rejected) implements Reply {
    @Override
    public <R> R fold(
        Function<Proceed, R> proceed, Function<Refuse, R> refuse, Function<SignInFirst, R> signIn) {
      return signIn.apply(this);
    }
  }
}
