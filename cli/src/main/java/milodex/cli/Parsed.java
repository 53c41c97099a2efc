package milodex.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// Arguments, understood.
record Parsed(Root root, ParseResult result) {

  /// Understands `arguments`, errors included.
  ///
  /// A start must be quick, and most of what a parser costs is to learn the commands there are. So
  /// it learns those first whose names are among the arguments; only if they are not enough, all.
  static Parsed of(String... arguments) {
    Root narrow = new Root.Narrow();
    Parsed quick =
        new Parsed(
            narrow, Milodex.parser(narrow, Set.copyOf(List.of(arguments))).parseArgs(arguments));
    if (quick.isEnough()) {
      return quick;
    }
    Root whole = new Milodex();
    return new Parsed(whole, Milodex.parser(whole).parseArgs(arguments));
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
    return isSound && (root.version || (line().getCommand() != root && !needsAll()));
  }

  private boolean needsAll() {
    return line().getCommand() instanceof CompletionCommand;
  }
}
