package milodex.cli;

import java.nio.file.Path;
import java.util.Optional;

/// The options every command takes, before or after its name.
final class GlobalOptions {

  boolean json;
  Optional<Path> home = Optional.empty();
  boolean verbose;
  boolean quiet;
  boolean noColor;
  boolean yes;
  boolean help;

  /// What it takes.
  Usage usage() {
    return Usage.shared()
        .flag("--json", "Answer with one JSON object on standard output.", () -> json = true)
        .option(
            "--home",
            "DIR",
            Path.class,
            "The workspace; otherwise MILODEX_HOME, otherwise the current directory.",
            it -> home = Optional.of(it))
        .flag("-v, --verbose", "Say more on standard error.", () -> verbose = true)
        .flag("--quiet", "No progress and no messages; the answer only.", () -> quiet = true)
        .flag("--no-color", "No colours.", () -> noColor = true)
        .flag(
            "--yes",
            "Confirm without being asked; recorded with what it confirmed.",
            () -> yes = true)
        .flag("-h, --help", "Explain the command.", () -> help = true);
  }
}
