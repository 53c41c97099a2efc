package milodex.cli;

import java.util.List;
import java.util.function.Function;
import milodex.analytics.Attribution;
import milodex.analytics.HoldLength;
import milodex.backtest.Benchmark;
import milodex.backtest.Runs;
import milodex.backtest.WindowResult;
import milodex.ledger.Ledger;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.portfolio.Trade;
import milodex.terminal.Block;
import milodex.terminal.Style;

/// Where the profit of a run came from; the parts add up to it, exactly.
final class AnalyticsAttributionCommand implements Action {

  private static final Symbol SPY = Symbol.of("SPY");

  /// What trades are grouped by.
  enum By {
    STRATEGY,
    SYMBOL,
    REGIME,
    HOLD
  }

  private String id = "";
  private By by = By.SYMBOL;

  @Override
  public String name() {
    return "attribution";
  }

  @Override
  public Usage usage() {
    return Usage.of("Divide the profit of a run by strategy, symbol, regime or length of hold.")
        .word("RUN", String.class, "The run, or the first digits of its id.", it -> id = it)
        .required("--by", "WHAT", By.class, "strategy, symbol, regime or hold.", it -> by = it);
  }

  @Override
  public Reply run(Invocation invocation) {
    Wiring wiring = new Wiring(invocation.workspace());
    try (Ledger ledger = wiring.ledgerToRead()) {
      Runs.Run run = RunFinder.find(new Runs(ledger, wiring.artifacts()), id);
      return reply(RunRecord.of(run, wiring.artifacts()), wiring);
    }
  }

  private Reply reply(RunRecord record, Wiring wiring) {
    return switch (by) {
      case STRATEGY ->
          reply(
              record,
              _ -> record.run().strategy(),
              Object::toString,
              "By the strategy that traded; a run has one.");
      case SYMBOL -> reply(record, Trade::symbol, Symbol::ticker, "By the symbol that was traded.");
      case HOLD ->
          reply(
              record,
              trade -> HoldLength.of(trade.sessionsHeld()),
              HoldLength::says,
              "By the sessions from entry to exit.");
      case REGIME -> byRegime(record, wiring);
    };
  }

  private static Reply byRegime(RunRecord record, Wiring wiring) {
    Symbol symbol = RunNumbers.benchmark(record.run()).orElse(SPY);
    Benchmark benchmark = Benchmark.read(wiring.bars(), symbol, record.curve());
    return reply(
        record,
        trade -> benchmark.regime(trade.entry().session()),
        benchmark::says,
        ("By the last close of %s before the entry, as stored now, against the mean of its last %d"
                + " closes; not known where one of them is missing.")
            .formatted(symbol, Benchmark.AVERAGE));
  }

  private static <K extends Comparable<K>> Reply reply(
      RunRecord record, Function<Trade, K> key, Function<K, String> name, String definition) {
    AttributionTable<K> table =
        new AttributionTable<>(
            Attribution.of(record.trades(), key, profit(record.windows())), name);
    Runs.Run run = record.run();
    Reply reply =
        Reply.of()
            .strategy(run.strategy().toString())
            .broker("SIMULATED")
            .ref("run", run.id().hash())
            .block(Block.paragraph("Profit of run %s".formatted(run.id().brief()), Style.BACKTEST))
            .block(table.block())
            .block(Block.paragraph(definition))
            .block(Block.paragraph(AttributionTable.REST_IS, Style.FAINT))
            .summary(table.summary());
    reply
        .data()
        .text("definition", definition)
        .objects("groups", table.groups())
        .money("in_no_closed_trade", table.parts().rest())
        .money("total", table.parts().total());
    return reply;
  }

  /// What all windows won, each from the initial equity.
  private static Money profit(List<WindowResult> windows) {
    Money profit = Money.ZERO;
    for (WindowResult window : windows) {
      profit = profit.plus(window.parts().end()).minus(window.parts().start());
    }
    return profit;
  }
}
