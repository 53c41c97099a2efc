package milodex.cli;

import java.util.List;

/// What acts on the account.
final class TradeCommand implements Parent {

  @Override
  public String name() {
    return "trade";
  }

  @Override
  public Usage usage() {
    return Usage.of("Trade by hand, sell all, stop all trading, and let it go on.");
  }

  @Override
  public List<Command> commands() {
    return List.of(
        new TradePreviewCommand(),
        new TradeSubmitCommand(),
        new TradeOrderStatusCommand(),
        new TradeCancelCommand(),
        new TradeFlattenCommand(),
        new KillSwitchCommand());
  }
}
