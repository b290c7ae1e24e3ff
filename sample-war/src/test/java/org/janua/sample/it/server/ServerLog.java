package org.janua.sample.it.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Everything a server printed, line by line, over all its starts. Safe for several threads. */
public final class ServerLog {

  private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]*m");
  private static final int TAIL = 120;

  private final List<String> lines = new ArrayList<>();

  /** Follows a process' output until it ends. */
  public void follow(InputStream output) {
    Thread reader = new Thread(() -> read(output), "server-log");
    reader.setDaemon(true);
    reader.start();
  }

  /** A copy of all lines so far. */
  public synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /** The number of lines so far: a mark for {@link #since(int)}. */
  public synchronized int mark() {
    return lines.size();
  }

  /** The lines printed after the mark. */
  public synchronized List<String> since(int mark) {
    return List.copyOf(lines.subList(mark, lines.size()));
  }

  /** Whether a line printed after the mark holds the text. */
  public boolean says(int mark, String text) {
    return since(mark).stream().anyMatch(line -> line.contains(text));
  }

  /** The last lines, for a failure's message. */
  public String tail() {
    List<String> all = lines();
    return String.join("\n", all.subList(Math.max(0, all.size() - TAIL), all.size()));
  }

  synchronized void add(String line) {
    lines.add(COLOURS.matcher(line).replaceAll(""));
  }

  private void read(InputStream output) {
    try (var reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("(log ended: " + e.getMessage() + ")");
    }
  }
}
