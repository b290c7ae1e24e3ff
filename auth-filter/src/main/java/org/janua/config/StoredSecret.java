package org.janua.config;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** The secret that Janua makes for itself: {@code .jwt_secret} in the data directory. */
final class StoredSecret {
  private static final int RANDOM_BYTES = 64;
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private final Path file;
  private final Faults faults;

  StoredSecret(Path directory, Faults faults) {
    this.file = directory.resolve(".jwt_secret");
    this.faults = faults;
  }

  /** The file, whatever it is; empty: nothing is there. */
  Optional<Path> find() {
    if (TextFile.isAbsent(file)) {
      return Optional.empty();
    }
    warnIfOthersMay();
    return Optional.of(file);
  }

  /** The file, made here unless another process was first; empty: a fault is noted. */
  Optional<Path> create() {
    try {
      Path draft =
          Files.createTempFile(
              file.getParent(), ".jwt_secret", ".new", DataDirectory.only("rw-------"));
      try {
        Files.writeString(draft, random(), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        publish(draft);
      } finally {
        Files.delete(draft);
      }
      return Optional.of(file);
    } catch (IOException | UnsupportedOperationException unwritable) {
      faults.note(
          Keys.JWT_SECRET, file + " cannot be written: " + unwritable.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /** A hard link appears whole or not at all and never replaces: of two processes one wins. */
  private void publish(Path draft) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException lost) {
      // the winner's secret is the one to read
    }
  }

  private static String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private void warnIfOthersMay() {
    try {
      if (DataDirectory.hasModes()
          && !Collections.disjoint(Files.getPosixFilePermissions(file), OTHERS)) {
        faults.warn(file + " can be used by others than its owner: chmod 600 " + file);
      }
    } catch (IOException unreadable) {
      // reading the file itself comes next and says so
    }
  }
}
