package org.janua.sample.it.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Where the build put the servers, the WAR and the files of {@code server-config}. */
public final class Distributions {

  private Distributions() {}

  /** The folder into which the build unpacked the servers. */
  static Path unpacked() {
    return path("janua.servers.directory");
  }

  /** The folder {@code server-config}. */
  public static Path serverConfig() {
    return path("janua.server-config");
  }

  /** The WAR that is deployed everywhere. */
  public static Path war() {
    return path("janua.war");
  }

  /** The folder for instances' work directories. */
  public static Path work() {
    return path("janua.work");
  }

  /** The PostgreSQL driver, for servers that want it outside the WAR. */
  static Path postgresDriver() {
    return unpacked().resolve("postgresql.jar");
  }

  static String version(String name) {
    return property("janua.version." + name);
  }

  static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static Path path(String name) {
    return Path.of(property(name)).toAbsolutePath();
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("run by Maven, which sets -D" + name);
    }
    return value;
  }
}
