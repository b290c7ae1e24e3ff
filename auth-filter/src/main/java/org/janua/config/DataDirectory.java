package org.janua.config;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** The directory that holds the database file and the generated secret. */
final class DataDirectory {
  private DataDirectory() {}

  /** Absolute, made for its owner alone where it was missing; empty: noted as a fault. */
  static Optional<Path> prepare(Path configured, Faults faults) {
    Path directory = configured.toAbsolutePath().normalize();
    try {
      Files.createDirectories(directory, only("rwx------"));
      // the only honest answer to "can it be written": isWritable says yes on a full or odd disk
      Files.delete(Files.createTempFile(directory, ".probe", null, only("rw-------")));
      return Optional.of(directory);
    } catch (IOException unusable) {
      faults.note(
          Keys.DATA_DIR.name(),
          directory + " cannot be made or written: " + unusable.getClass().getSimpleName(),
          Keys.DATA_DIR.environment() + "=" + Keys.DATA_DIR.example());
      return Optional.empty();
    }
  }

  /** The mode of a new file; none where the file system has no modes. */
  static FileAttribute<?>[] only(String mode) {
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(mode);
    return hasModes()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  static boolean hasModes() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
