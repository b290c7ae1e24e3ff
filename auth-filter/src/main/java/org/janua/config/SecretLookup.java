package org.janua.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the signing secret. The first place that has one decides, even if what it has is wrong:
 * going on would sign with a key that nobody meant.
 */
final class SecretLookup {
  private static final int MAX_FILE = 64 * 1024;
  private static final String DIRECTORY = "CREDENTIALS_DIRECTORY";
  private static final String USUAL_DIRECTORY = "/run/secrets";

  private final Sources sources;
  private final Layers layers;
  private final Optional<StoredSecret> stored;
  private final Faults faults;

  /** The last place is empty when there is no data directory. */
  SecretLookup(Sources sources, Layers layers, Optional<StoredSecret> stored, Faults faults) {
    this.sources = sources;
    this.layers = layers;
    this.stored = stored;
    this.faults = faults;
  }

  /** Empty only together with a fault. Makes a secret only when everything else is right. */
  Optional<SigningSecret> find() {
    return layers.environment(Keys.JWT_SECRET).fold(this::judge, this::fromPlace, Optional::empty);
  }

  /** What systemd, Docker or Kubernetes put in place for the service, else the options. */
  private Optional<SigningSecret> fromPlace() {
    String directory = sources.variable(DIRECTORY).orElse(USUAL_DIRECTORY);
    Path credential = Path.of(directory, Keys.JWT_SECRET.environment());
    return TextFile.isAbsent(credential) ? fromOptions() : fromFile(credential);
  }

  private Optional<SigningSecret> fromOptions() {
    return layers
        .options(Keys.JWT_SECRET)
        .fold(this::judge, () -> stored.flatMap(this::own), Optional::empty);
  }

  private Optional<SigningSecret> own(StoredSecret secret) {
    return secret
        .find()
        .or(() -> faults.isFaulty() ? Optional.empty() : secret.create())
        .flatMap(this::fromFile);
  }

  private Optional<SigningSecret> fromFile(Path file) {
    return TextFile.read(file, MAX_FILE, why -> faults.note(Keys.JWT_SECRET, file + " " + why))
        .map(TextFile::withoutNewline)
        .flatMap(text -> judge(new Value.Scalar(text, file.toString())));
  }

  /** Refused rather than replaced, and never shown. */
  private Optional<SigningSecret> judge(Value value) {
    return Keys.JWT_SECRET
        .kind()
        .reader()
        .read(value, Keys.JWT_SECRET.spot(faults))
        .map(SigningSecret::of);
  }
}
