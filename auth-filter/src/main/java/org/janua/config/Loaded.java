package org.janua.config;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What came of reading the configuration. */
public sealed interface Loaded {
  /** Answers for the one or the other case. */
  <R> R fold(BiFunction<Settings, List<String>, R> ready, Function<List<Fault>, R> faulty);

  /**
   * The application may start.
   *
   * @param settings what was configured
   * @param warnings one line each: allowed, but weaker than it should be
   */
  record Ready(Settings settings, List<String> warnings) implements Loaded {
    /** Copies the list. */
    public Ready {
      warnings = List.copyOf(warnings);
    }

    @Override
    public <R> R fold(
        BiFunction<Settings, List<String>, R> ready, Function<List<Fault>, R> faulty) {
      return ready.apply(settings, warnings);
    }
  }

  /**
   * The start is refused.
   *
   * @param faults all of them, never none
   */
  record Faulty(List<Fault> faults) implements Loaded {
    /** Copies the list. */
    public Faulty {
      faults = List.copyOf(faults);
    }

    @Override
    public <R> R fold(
        BiFunction<Settings, List<String>, R> ready, Function<List<Fault>, R> faulty) {
      return faulty.apply(faults);
    }
  }
}
