package org.janua.sample.it.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.janua.sample.it.server.ServerKind;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Writes down how each check ended on one server with one carrier, in {@code
 * target/servers-<server>-<carrier>.json}.
 */
public final class Outcomes
    implements TestWatcher,
        BeforeClassTemplateInvocationCallback,
        AfterClassTemplateInvocationCallback {

  static final String PASSED = "passed";
  static final String REFUSED = "refused";
  static final String FAILED = "failed";
  static final String NOT_RUN = "not run: ";

  private final ServerKind kind;
  private final String carrier;
  private final Map<String, Map<String, String>> subjects = new TreeMap<>();

  public Outcomes(ServerKind kind, String carrier) {
    this.kind = kind;
    this.carrier = carrier;
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    boolean refuses =
        carrier.equals("filter")
            && context
                .getTestMethod()
                .filter(method -> method.isAnnotationPresent(RefusedByFilterCarrier.class))
                .isPresent();
    note(context, refuses ? REFUSED : PASSED);
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    note(context, FAILED);
  }

  @Override
  public void testAborted(ExtensionContext context, Throwable cause) {
    note(context, NOT_RUN + reason(cause.getMessage()));
  }

  @Override
  public void testDisabled(ExtensionContext context, Optional<String> reason) {
    note(context, NOT_RUN + reason.orElse(""));
  }

  @Override
  public void beforeClassTemplateInvocation(ExtensionContext context) {
    context
        .getRoot()
        .getStore(Namespace.create(Outcomes.class))
        .getOrComputeIfAbsent(
            "outcomes of earlier runs", key -> OutcomeFile.deleteAll(), List.class);
  }

  @Override
  public void afterClassTemplateInvocation(ExtensionContext context) {
    OutcomeFile.of(kind, carrier).add(subjects);
    Table.writeIfAsked();
  }

  private void note(ExtensionContext context, String outcome) {
    String subject = sentence(context.getRequiredTestClass().getSimpleName().replaceAll("IT$", ""));
    String check = context.getRequiredTestMethod().getName().replace('_', ' ');
    subjects
        .computeIfAbsent(subject, name -> new TreeMap<>())
        .merge(check, outcome, Outcomes::worse);
  }

  /** What was given as the reason, without what the assertion library puts around it. */
  private static String reason(String message) {
    String line = message.lines().findFirst().orElse("");
    return line.replaceFirst("^Assumption failed: |^assumption was not met due to: \\[", "")
        .replaceFirst("]\\s*$", "");
  }

  /** A check with several inputs is one row: what went wrong once went wrong. */
  private static String worse(String one, String other) {
    return one.equals(FAILED) || other.equals(FAILED) ? FAILED : one;
  }

  /** {@code ManagingUsers} is read as {@code Managing users}. */
  private static String sentence(String className) {
    String words = className.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
