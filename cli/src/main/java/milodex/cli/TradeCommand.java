package milodex.cli;

import picocli.CommandLine.Command;

/// What acts on the account.
@Command(
    name = "trade",
    description = "Stop all trading, see what is stopped, and let it go on.",
    subcommands = KillSwitchCommand.class)
final class TradeCommand {}
