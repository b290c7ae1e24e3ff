package org.janua.sample.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A command line tool that runs to its end. */
final class Tool {

  private Tool() {}

  /** The tool's output; it must end with 0. */
  static String run(ProcessBuilder command) {
    Result result = tryRun(command);
    if (result.exit() != 0) {
      throw new IllegalStateException(
          command.command() + " ended with " + result.exit() + ":\n" + result.output());
    }
    return result.output();
  }

  /** The tool's output and exit code. */
  static Result tryRun(ProcessBuilder command) {
    try {
      Process process = command.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  record Result(int exit, String output) {}
}
