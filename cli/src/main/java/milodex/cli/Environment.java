package milodex.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import milodex.files.DiskReserve;
import milodex.trading.Clockwork;

/// Everything a command takes from outside, handed in, so that it can run inside a test.
///
/// @param variables the environment variables
/// @param directory the current directory, absolute
/// @param clocks the only clocks of the program
/// @param in what the operator types
/// @param out where the answer goes, in UTF-8
/// @param err where messages and progress go, in UTF-8
/// @param terminals which of the three are a terminal
/// @param reserves what is kept of the disk of a folder
record Environment(
    Map<String, String> variables,
    Path directory,
    Clockwork clocks,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Set<Stream> terminals,
    Function<Path, DiskReserve> reserves) {

  /// Names the streams that are terminals; set by the launcher, since Java cannot tell them apart.
  private static final String TERMINALS = "milodex.terminals";

  enum Stream {
    IN,
    OUT,
    ERR
  }

  Environment {
    variables = Map.copyOf(variables);
    terminals = Set.copyOf(terminals);
  }

  /// The process we are.
  static Environment ofProcess() {
    return new Environment(
        System.getenv(),
        Path.of("").toAbsolutePath(),
        new SystemClockwork(InstantSource.system()),
        System.in,
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        terminalsOfProcess(),
        DiskReserve::in);
  }

  /// The time of day.
  InstantSource clock() {
    return clocks::wall;
  }

  /// The value of a variable, empty if it is not set.
  String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  private static Set<Stream> terminalsOfProcess() {
    String said = System.getProperty(TERMINALS, "");
    Set<Stream> terminals = EnumSet.noneOf(Stream.class);
    Arrays.stream(Stream.values())
        .filter(stream -> said.contains(stream.name()))
        .forEach(terminals::add);
    return terminals;
  }
}
