package milodex.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import milodex.cli.Environment.Stream;
import milodex.files.Disk;
import milodex.files.DiskReserve;

/// An operator's shell in a directory: runs commands in this process and keeps what they said.
final class Shell {

  static final Instant NOW = Instant.parse("2024-03-01T21:05:00.123Z");

  private final Path directory;
  private final Map<String, String> variables = new HashMap<>(Map.of("LANG", "C"));
  private Set<Stream> terminals = EnumSet.noneOf(Stream.class);
  private String typed = "";
  private Instant now = NOW;
  private Disk disk = _ -> Long.MAX_VALUE;

  Shell(Path directory) {
    this.directory = directory;
  }

  Shell with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /// Works at another time than [#NOW].
  Shell at(Instant time) {
    now = time;
    return this;
  }

  /// Has another disk than one that is never full.
  Shell on(Disk other) {
    disk = other;
    return this;
  }

  /// Sits at a terminal and will type this.
  Shell typing(String text) {
    typed = text;
    terminals = EnumSet.allOf(Stream.class);
    return this;
  }

  Said run(String... arguments) {
    Ears ears = new Ears();
    int exit = Main.run(environment(ears), arguments);
    return new Said(exit, ears.out(), ears.err());
  }

  Environment environment(Ears ears) {
    return new Environment(
        variables,
        directory,
        new SystemClockwork(() -> now),
        new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
        ears.outStream(),
        ears.errStream(),
        terminals,
        folder -> new DiskReserve(folder, disk, 4096, DiskReserve.FLOOR));
  }

  /// What a command said and how it ended.
  record Said(int exit, String out, String err) {}

  /// Both output streams of a process.
  record Ears(ByteArrayOutputStream heardOut, ByteArrayOutputStream heardErr) {

    Ears() {
      this(new ByteArrayOutputStream(), new ByteArrayOutputStream());
    }

    PrintStream outStream() {
      return new PrintStream(heardOut, false, StandardCharsets.UTF_8);
    }

    PrintStream errStream() {
      return new PrintStream(heardErr, false, StandardCharsets.UTF_8);
    }

    String out() {
      return heardOut.toString(StandardCharsets.UTF_8);
    }

    String err() {
      return heardErr.toString(StandardCharsets.UTF_8);
    }
  }
}
