package milodex.cli;

import milodex.analytics.BenchmarkComparison;
import milodex.backtest.RunSummary;
import milodex.statistics.Figure;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.KeyValues;
import milodex.terminal.Table;

/// How a run did, as blocks: its metrics, its windows, its benchmark.
///
/// @param summary of the run
record PerformanceBlocks(RunSummary summary) {

  /// @param trial which of how many trials it was
  Block metrics(String trial) {
    RunSummary m = summary.at("metrics");
    RunSummary trades = m.at("trades");
    return KeyValues.of()
        .with("Sharpe", named(m.figure("sharpe"), Figures.sharpe(m.figure("sharpe")), trial))
        .with(
            "Total return",
            reason(m.figure("total_return"), Figures.percent(m.figure("total_return"))))
        .with("CAGR", reason(m.figure("cagr"), Figures.percent(m.figure("cagr"))))
        .with("Volatility", reason(m.figure("volatility"), Figures.percent(m.figure("volatility"))))
        .with("Sortino", reason(m.figure("sortino"), Figures.plain(m.figure("sortino"))))
        .with("Max drawdown", drawdown(m))
        .with("Calmar", reason(m.figure("calmar"), Figures.plain(m.figure("calmar"))))
        .with(
            "Trades",
            "%d closed, %d won, %d lost"
                .formatted(trades.whole("closed"), trades.whole("winning"), trades.whole("losing")))
        .with("Win rate", reason(trades.figure("win_rate"), winRate(trades)))
        .with(
            "Profit factor",
            reason(trades.figure("profit_factor"), Figures.plain(trades.figure("profit_factor"))))
        .with(
            "Expectancy",
            reason(
                trades.figure("expectancy"),
                Figures.dollars(trades.figure("expectancy")) + " a trade"))
        .with(
            "Hold",
            reason(
                trades.figure("average_hold"),
                "%s sessions on average, median %s"
                    .formatted(
                        Figures.plain(trades.figure("average_hold")),
                        Figures.plain(trades.figure("median_hold")))))
        .with("MAE, MFE", excursions(trades))
        .with(
            "Exposure",
            reason(m.figure("exposure"), Figures.percent(m.figure("exposure")) + " of equity"))
        .with(
            "Turnover",
            reason(m.figure("turnover"), Figures.plain(m.figure("turnover")) + " times a year"))
        .with(
            "Cost share",
            reason(
                trades.figure("cost_share"),
                Figures.percent(trades.figure("cost_share")) + " of the profit before costs"));
  }

  private static String winRate(RunSummary trades) {
    return "%s; average win %s, average loss %s"
        .formatted(
            Figures.percent(trades.figure("win_rate")),
            Figures.dollars(trades.figure("average_win")),
            Figures.dollars(trades.figure("average_loss")));
  }

  private static String excursions(RunSummary trades) {
    int unmeasured = trades.whole("unmeasured");
    return reason(
            trades.figure("mae"),
            "%s and %s on average; winners %s, losers %s"
                .formatted(
                    Figures.percent(trades.figure("mae")),
                    Figures.percent(trades.figure("mfe")),
                    Figures.percent(trades.figure("mae_of_winners")),
                    Figures.percent(trades.figure("mfe_of_losers"))))
        + (unmeasured == 0 ? "" : "; not known of " + unmeasured);
  }

  private static Cell drawdown(RunSummary metrics) {
    Figure depth = metrics.figure("drawdown", "depth");
    String dates =
        metrics
            .find("drawdown", "peak")
            .map(
                peak ->
                    ", from "
                        + peak.tree()
                        + " to "
                        + metrics.text("drawdown", "trough")
                        + metrics
                            .find("drawdown", "recovery")
                            .map(day -> ", recovered " + day.tree())
                            .orElse(", not recovered")
                        + "; %d sessions".formatted(metrics.whole("drawdown", "sessions")))
            .orElse("");
    Cell cell = Figures.drawdown(depth);
    return Cell.of(cell.text() + dates, cell.style());
  }

  Block windows() {
    Table table =
        Table.of(
            Column.text("Window"),
            Column.text("From"),
            Column.text("To"),
            Column.number("Return"),
            Column.number("Sharpe"),
            Column.number("Max DD"),
            Column.number("Trades"),
            Column.number("Exposure"));
    for (RunSummary window : summary.at("windows").items()) {
      RunSummary m = window.at("metrics");
      table.row(
          Cell.of(window.text("window")),
          Cell.of(window.text("from")),
          Cell.of(window.text("to")),
          Cell.of(Figures.percent(m.figure("total_return"))),
          Figures.sharpe(m.figure("sharpe")),
          Figures.drawdown(m.figure("drawdown", "depth")),
          Cell.of(m.text("trades", "closed")),
          Cell.of(Figures.percent(m.figure("exposure"))));
    }
    return table;
  }

  BenchmarkBlock benchmark() {
    RunSummary b = summary.at("benchmark");
    return new BenchmarkBlock(
        b.text("symbol"),
        new BenchmarkComparison(
            b.figure("total_return"),
            b.figure("excess_return"),
            b.figure("beta"),
            b.figure("alpha"),
            b.figure("correlation"),
            b.figure("information_ratio")));
  }

  private static String reason(Figure figure, String shown) {
    return Figures.withReason(figure, shown);
  }

  private static Cell named(Figure figure, Cell cell, String more) {
    return Cell.of(Figures.withReason(figure, cell.text()) + ", " + more, cell.style());
  }
}
