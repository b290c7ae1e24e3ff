package org.janua.config;

import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/** MicroProfile Config where the server has it; the only class that touches its API. */
final class MicroProfile {
  private MicroProfile() {}

  /** The server's configuration, or a source that knows nothing. */
  static Function<String, Optional<String>> ofServer() {
    try {
      ConfigProvider.getConfig();
      // asked again each time: a captured Config would be in a signature, where scanners trip on it
      return name -> ConfigProvider.getConfig().getOptionalValue(name, String.class);
    } catch (LinkageError | ServiceConfigurationError | IllegalStateException absent) {
      // no API in this server, or (GlassFish) the API without a provider
      return name -> Optional.empty();
    }
  }
}
