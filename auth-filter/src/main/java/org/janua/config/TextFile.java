package org.janua.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a small UTF-8 text, or says in a few words why it cannot. */
final class TextFile {
  private TextFile() {}

  /** The text; empty once {@code problem} has been told. */
  static Optional<String> read(Path file, int limit, Consumer<String> problem) {
    if (!Files.isRegularFile(file)) {
      problem.accept(whyNotRegular(file));
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, limit, problem);
    } catch (IOException unreadable) {
      problem.accept(why(unreadable));
      return Optional.empty();
    }
  }

  /** The text; empty once {@code problem} has been told. Does not close. */
  static Optional<String> read(InputStream in, int limit, Consumer<String> problem) {
    try {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        problem.accept("is larger than " + limit / 1024 + " KiB");
        return Optional.empty();
      }
      // newDecoder() reports malformed input; new String(bytes, UTF_8) would hide it
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IOException unreadable) {
      problem.accept(why(unreadable));
      return Optional.empty();
    }
  }

  /** Whether nothing has this name, not even a link that leads nowhere. */
  static boolean isAbsent(Path file) {
    return Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Without the newline that an editor or {@code echo} leaves at the end. */
  static String withoutNewline(String text) {
    return text.replaceFirst("\\r?\\n\\z", "");
  }

  private static String whyNotRegular(Path file) {
    if (Files.isDirectory(file)) {
      return "is a directory";
    }
    return Files.notExists(file) ? "does not exist" : "cannot be read: no permission, or no file";
  }

  private static String why(IOException unreadable) {
    if (unreadable instanceof CharacterCodingException) {
      return "is not UTF-8 text";
    }
    return unreadable instanceof AccessDeniedException
        ? "cannot be read: no permission"
        : "cannot be read: " + unreadable.getMessage();
  }
}
