package org.janua.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MicroProfileTest {
  @Test
  void the_api_without_a_provider_is_no_source() {
    assertThat(MicroProfile.ofServer().apply("auth.carrier")).isEmpty();
  }

  @Test
  void a_server_without_the_api_is_no_source() throws ReflectiveOperationException {
    Class<?> isolated = new WithoutApi().loadClass(MicroProfile.class.getName());
    Method ofServer = isolated.getDeclaredMethod("ofServer");
    ofServer.setAccessible(true);

    Function<?, ?> source = (Function<?, ?>) ofServer.invoke(null);

    assertThat(isolated).isNotSameAs(MicroProfile.class);
    assertThat(source).extracting(MicroProfileTest::ask).isEqualTo(Optional.empty());
  }

  @SuppressWarnings("unchecked")
  private static Object ask(Object source) {
    return ((Function<String, Object>) source).apply("auth.carrier");
  }

  /** Defines our classes anew and has never heard of MicroProfile. */
  private static final class WithoutApi extends ClassLoader {
    WithoutApi() {
      super(MicroProfileTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.eclipse.microprofile")) {
        throw new ClassNotFoundException(name);
      }
      return name.equals(MicroProfile.class.getName())
          ? define(name)
          : super.loadClass(name, resolve);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = name.replace('.', '/') + ".class";
      try (InputStream in = getParent().getResourceAsStream(file)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException unreadable) {
        throw new ClassNotFoundException(name, unreadable);
      }
    }
  }
}
