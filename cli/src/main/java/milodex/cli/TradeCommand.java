package milodex.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// What acts on the account.
@Command(
    name = "trade",
    description = "Trade by hand, sell all, stop all trading, and let it go on.")
final class TradeCommand implements Parent {

  @Override
  public List<Class<?>> commands() {
    return List.of(
        TradePreviewCommand.class,
        TradeSubmitCommand.class,
        TradeOrderStatusCommand.class,
        TradeCancelCommand.class,
        TradeFlattenCommand.class,
        KillSwitchCommand.class);
  }
}
