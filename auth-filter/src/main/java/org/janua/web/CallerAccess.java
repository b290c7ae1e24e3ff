package org.janua.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.janua.access.Identity;
import org.janua.access.Standing;
import org.janua.api.Access;
import org.janua.api.AccessUnavailableException;
import org.janua.api.Explanation;
import org.janua.api.ResourceRef;
import org.janua.api.VisibleIds;
import org.janua.api.VisiblePage;
import org.janua.jpa.DatabaseUnavailable;
import org.janua.resource.Decisions;

/**
 * What the caller of one request may do, for the application.
 *
 * @param decisions who decides
 * @param caller who sent the request, if somebody is signed in
 * @param standing what counts of whoever sent it
 */
record CallerAccess(Decisions decisions, Optional<Identity> caller, Standing standing)
    implements Access {

  /** Of a request that did not pass the filter: nothing is allowed. */
  static final Access NOTHING = new Nothing();

  @Override
  public boolean can(String level, ResourceRef resource) {
    return answered(() -> decisions.allows(standing, level, resource));
  }

  @Override
  public VisibleIds visible(String level, String type) {
    return answered(() -> decisions.visible(standing, level, type));
  }

  @Override
  public VisiblePage visible(String level, String type, String after, int limit) {
    return answered(() -> decisions.visible(standing, level, type, after, limit));
  }

  @Override
  public Explanation explain(String level, ResourceRef resource) {
    return answered(() -> decisions.explain(caller, standing, level, resource));
  }

  static <T> T answered(Supplier<T> question) {
    try {
      return question.get();
    } catch (DatabaseUnavailable e) {
      throw new AccessUnavailableException(e);
    }
  }

  private static final class Nothing implements Access {
    @Override
    public boolean can(String level, ResourceRef resource) {
      return false;
    }

    @Override
    public VisibleIds visible(String level, String type) {
      return VisibleIds.NONE;
    }

    @Override
    public VisiblePage visible(String level, String type, String after, int limit) {
      return VisiblePage.NONE;
    }

    @Override
    public Explanation explain(String level, ResourceRef resource) {
      return new Explanation(false, List.of("This request did not pass Janua's filter."));
    }
  }
}
