package milodex.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What `milodex` itself takes, whatever commands it knows.
@Command(
    name = "milodex",
    header = "A local trading system: from idea to backtest to paper, without mistaking noise.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "",
    optionListHeading = "%nOptions of every command:%n",
    sortOptions = false)
sealed class Root permits Milodex, Root.Narrow {

  /// A root without a list of commands.
  static final class Narrow extends Root {}

  @Mixin final GlobalOptions options = new GlobalOptions();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Name the version.")
  boolean version;
}
