package org.janua.mail;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.CompositeName;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;

/** The names of a server, as far as a look-up needs them. */
public final class Names implements InitialContextFactory {

  private static final Map<String, Object> BOUND = new ConcurrentHashMap<>();

  /** Made by the naming service. */
  public Names() {}

  /** Binds an object, until the system property is cleared. */
  static void bind(String name, Object value) {
    System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Names.class.getName());
    BOUND.put(name, value);
  }

  @Override
  public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
    return new InitialContext(true) {
      @Override
      public Object lookup(String name) throws NamingException {
        Object found = BOUND.get(name);
        if (found == null) {
          NameNotFoundException missing = new NameNotFoundException(name);
          missing.setRemainingName(new CompositeName(name));
          throw missing;
        }
        return found;
      }
    };
  }
}
