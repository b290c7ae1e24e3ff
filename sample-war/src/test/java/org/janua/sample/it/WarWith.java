package org.janua.sample.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.janua.sample.it.server.Distributions;

/** The sample's WAR with the classes of one more package in it. */
final class WarWith {

  private WarWith() {}

  /** Makes it anew, with every class of the package of this one. */
  static Path thePackageOf(Class<?> one) {
    try {
      Files.createDirectories(Distributions.work());
      Path war = Files.createTempDirectory(Distributions.work(), "war-").resolve("sample.war");
      Files.copy(Distributions.war(), war);
      try (FileSystem inside = FileSystems.newFileSystem(war)) {
        add(folderOf(one), inside.getPath("WEB-INF/classes", packageOf(one)));
      }
      return war;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> classes = Files.list(from)) {
      for (Path compiled : classes.toList()) {
        Files.copy(compiled, to.resolve(compiled.getFileName().toString()));
      }
    }
  }

  private static String packageOf(Class<?> one) {
    return one.getPackageName().replace('.', '/');
  }

  private static Path folderOf(Class<?> one) {
    try {
      URI root = one.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(root).resolve(packageOf(one));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
