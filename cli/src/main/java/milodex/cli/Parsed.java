package milodex.cli;

import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// Arguments, understood.
record Parsed(Root root, ParseResult result) {

  /// Understands `arguments`, errors included.
  ///
  /// A start must be quick, and most of what a parser costs is to learn the commands there are. So
  /// it learns those first whose names are among the arguments; only if they are not enough, all.
  static Parsed of(String... arguments) {
    Parsed quick = of(List.of(arguments)::contains, arguments);
    return quick.isEnough() ? quick : of(_ -> true, arguments);
  }

  private static Parsed of(Predicate<String> isKnown, String... arguments) {
    Root root = new Root();
    return new Parsed(root, Milodex.parser(root, isKnown).parseArgs(arguments));
  }

  /// The command that was named last.
  CommandLine line() {
    return result.asCommandLineList().getLast();
  }

  /// Whether nothing that is said of the arguments depends on commands that are not known here.
  private boolean isEnough() {
    boolean isSound =
        result.asCommandLineList().stream()
            .allMatch(part -> part.getParseResult().errors().isEmpty());
    return isSound
        && (root.version || (!root.options.help && line().getCommand() instanceof Action));
  }
}
