package milodex.cli;

import picocli.CommandLine.Command;

/// What acts on the account.
@Command(
    name = "trade",
    description = "Trade by hand, sell all, stop all trading, and let it go on.",
    subcommands = {
      TradePreviewCommand.class,
      TradeSubmitCommand.class,
      TradeOrderStatusCommand.class,
      TradeCancelCommand.class,
      TradeFlattenCommand.class,
      KillSwitchCommand.class
    })
final class TradeCommand {}
