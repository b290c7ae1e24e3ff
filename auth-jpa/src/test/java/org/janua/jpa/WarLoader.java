package org.janua.jpa;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Loads classes as a server does for a WAR: our libraries and drivers from here, what the server
 * provides (Jakarta EE and its persistence provider) from the parent.
 */
final class WarLoader extends URLClassLoader {
  private static final String[] IN_THE_WAR = {
    "org.janua.", "org.flywaydb.", "com.zaxxer.", "org.h2.", "org.postgresql.", "org.slf4j."
  };

  WarLoader() {
    super(classPath(), WarLoader.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (Stream.of(IN_THE_WAR).noneMatch(name::startsWith)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  private static URL[] classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .map(WarLoader::url)
        .toArray(URL[]::new);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException broken) {
      throw new IllegalArgumentException(broken);
    }
  }
}
