package milodex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import milodex.cli.Shell.Said;

/// A program in a JVM of its own, which a test may kill; what it says goes to files.
///
/// @param directory where its output and what its libraries unpack are kept
record ChildProcess(Process process, Path directory) {

  private static final long PATIENCE_SECONDS = 120;

  /// How a JVM that does little starts soon.
  private static final List<String> QUICK =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

  /// It hears Ctrl-C even where these tests run in the background and do not.
  private static final List<String> HEARING = List.of("env", "--default-signal=INT");

  /// Starts the class `main` on the class path of the tests.
  static ChildProcess start(Path directory, Class<?> main, String... arguments) {
    return start(directory, List.of(), main, arguments);
  }

  /// Starts it by a command of its own, which is handed the command line of the JVM.
  static ChildProcess start(Path directory, List<String> by, Class<?> main, String... arguments) {
    try {
      Path own = Files.createTempDirectory(Files.createDirectories(directory), "child");
      List<String> command = new ArrayList<>(by);
      command.addAll(HEARING);
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(QUICK);
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("-Dorg.sqlite.tmpdir=" + own);
      command.add("-cp");
      command.add(System.getProperty("java.class.path"));
      command.add(main.getName());
      command.addAll(List.of(arguments));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectOutput(own.resolve("out").toFile())
              .redirectError(own.resolve("err").toFile());
      builder.environment().putAll(Map.of("COLUMNS", "80", "LANG", "C"));
      return new ChildProcess(builder.start(), own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends it as the operating system does when nobody asks.
  void kill() {
    process.destroyForcibly();
    ended();
  }

  /// Whether it is over; waits a moment to see.
  boolean isOver() {
    try {
      return process.waitFor(1, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// Waits for its end; what it said, and its exit code.
  Said ended() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("it did not come to its end: " + out() + err());
      }
      return new Said(process.exitValue(), out(), err());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// Waits until it has said `text` on its output.
  void awaitSaying(String text) {
    while (!out().contains(text)) {
      if (isOver() && !out().contains(text)) {
        throw new AssertionError("it ended without saying `" + text + "`: " + out() + err());
      }
    }
  }

  /// Waits until it has said `text` on its error stream, so many times.
  void awaitError(String text, int times) {
    while (count(text) < times) {
      if (isOver() && count(text) < times) {
        throw new AssertionError("it ended without saying `" + text + "`: " + out() + err());
      }
    }
  }

  private int count(String text) {
    return err().split(Pattern.quote(text), -1).length - 1;
  }

  /// Types a line.
  void type(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends it a signal, `INT` or `TERM`.
  void signal(String name) {
    try {
      String pid = Long.toString(process.pid());
      assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  String out() {
    return read("out");
  }

  String err() {
    return read("err");
  }

  private String read(String file) {
    try {
      return Files.readString(directory.resolve(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AssertionError interrupted(InterruptedException e) {
    process.destroyForcibly();
    Thread.currentThread().interrupt();
    return new AssertionError("the test was stopped", e);
  }
}
