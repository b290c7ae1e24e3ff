package org.janua.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import org.janua.api.AccessDeniedException;
import org.janua.api.NotVisibleException;
import org.janua.api.RequiresPermission;

/**
 * Stands before every method with {@code @RequiresPermission} that the container calls, outside of
 * everything else there: no transaction is begun for whoever may not. A timer has no caller, so its
 * method is refused. That each such method is one the container calls was made sure of at start, by
 * {@link GuardedMethods}.
 */
@Interceptor
@RequiresPermission
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class PermissionInterceptor implements Serializable {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // what is injected is the container's proxy, which can be stored
  private final Doorkeeper doorkeeper;

  /** For the container. */
  @Inject
  PermissionInterceptor(Doorkeeper doorkeeper) {
    this.doorkeeper = doorkeeper;
  }

  /** Refuses by an exception, or lets the call through. */
  @AroundInvoke
  @AroundTimeout
  Object guard(InvocationContext call) throws Exception {
    Demand demand = Demand.of(call.getTarget().getClass(), call.getMethod());
    switch (demand.putTo(doorkeeper, call.getParameters())) {
      case OPEN:
        return call.proceed();
      case HIDDEN:
        throw new NotVisibleException();
      default:
        throw new AccessDeniedException();
    }
  }
}
