package org.janua.sample.it;

import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.janua.sample.SampleApplication;

/** What may be asked of the sample application, read from its compiled classes. */
final class SamplePaths {

  private static final java.nio.file.Path CLASSES =
      java.nio.file.Path.of("target/classes/org/janua/sample");

  private SamplePaths() {}

  /** Each as {@code GET /api/boards/*}, where {@code *} is one segment. */
  static List<String> all() {
    return classes().stream()
        .flatMap(type -> Stream.concat(resource(type), servlet(type)))
        .map(path -> path.replaceAll("\\{[^/]*}", "*"))
        .toList();
  }

  private static List<Class<?>> classes() {
    try (Stream<java.nio.file.Path> files = Files.list(CLASSES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
          .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(SampleApplication.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> resource(Class<?> type) {
    return Optional.ofNullable(type.getAnnotation(Path.class)).stream()
        .flatMap(
            root ->
                Arrays.stream(type.getDeclaredMethods())
                    .flatMap(
                        method ->
                            verb(method).stream()
                                .map(verb -> verb + " /api/" + root.value() + below(method))));
  }

  private static String below(Method method) {
    return Optional.ofNullable(method.getAnnotation(Path.class))
        .map(path -> "/" + path.value())
        .orElse("");
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .flatMap(type -> Optional.ofNullable(type.getAnnotation(HttpMethod.class)).stream())
        .map(HttpMethod::value)
        .findFirst();
  }

  private static Stream<String> servlet(Class<?> type) {
    return Optional.ofNullable(type.getAnnotation(WebServlet.class)).stream()
        .flatMap(
            servlet -> Stream.concat(Stream.of(servlet.value()), Stream.of(servlet.urlPatterns())))
        .map(pattern -> "GET " + pattern);
  }
}
