package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import milodex.analytics.Figure;
import milodex.backtest.RunSummary;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// How a run did, as blocks: its metrics, its windows, its fragility, its benchmark.
///
/// @param summary of the run
record PerformanceBlocks(RunSummary summary) {

  Block metrics() {
    RunSummary m = summary.at("metrics");
    RunSummary trades = m.at("trades");
    return KeyValues.of()
        .with("Sharpe", named(m.figure("sharpe"), Figures.sharpe(m.figure("sharpe"))))
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
        .with(
            "Profit factor",
            reason(trades.figure("profit_factor"), Figures.plain(trades.figure("profit_factor"))))
        .with(
            "Expectancy",
            reason(
                trades.figure("expectancy"),
                Figures.dollars(trades.figure("expectancy")) + " a trade"))
        .with(
            "Average hold",
            reason(
                trades.figure("average_hold"),
                Figures.plain(trades.figure("average_hold")) + " sessions"))
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
                            .orElse(", not recovered"))
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

  Block fragility() {
    RunSummary f = summary.at("fragility");
    boolean dependent = f.flag("single_window_dependency");
    List<String> without = new ArrayList<>();
    for (RunSummary one : f.at("sharpe_without_window").items()) {
      without.add(Figures.plain(one.figure()));
    }
    return KeyValues.of()
        .with(
            "Single-window dependency",
            Cell.of(
                dependent ? "YES: without one window nothing is left" : "no",
                Style.ofPass(!dependent)))
        .with(
            "Windows",
            "%d positive, %d negative; Sharpe %s to %s"
                .formatted(
                    f.whole("positive_windows"),
                    f.whole("negative_windows"),
                    Figures.plain(f.figure("sharpe_min")),
                    Figures.plain(f.figure("sharpe_max"))))
        .with("Sharpe without each window", String.join(", ", without))
        .with(
            "Profit of closed trades",
            "%s; without the best %s; without the best %d trades %s"
                .formatted(
                    Figures.dollars(f.figure("pnl")),
                    Figures.dollars(f.figure("pnl_without_best_trade")),
                    f.whole("best_trades"),
                    Figures.dollars(f.figure("pnl_without_best_trades"))))
        .with(
            "Without the best symbol",
            f.find("best_symbol")
                .map(
                    symbol ->
                        Figures.dollars(f.figure("pnl_without_best_symbol"))
                            + " ("
                            + symbol.tree()
                            + ")")
                .orElse("undefined (no trades)"));
  }

  Block benchmark() {
    RunSummary b = summary.at("benchmark");
    return KeyValues.of()
        .with(
            b.text("symbol"),
            "total return %s, dividends included"
                .formatted(Figures.percent(b.figure("total_return"))))
        .with(
            "Excess return",
            reason(b.figure("excess_return"), Figures.percent(b.figure("excess_return"))))
        .with(
            "Alpha, beta",
            "%s a year, %s"
                .formatted(
                    reason(b.figure("alpha"), Figures.percent(b.figure("alpha"))),
                    reason(b.figure("beta"), Figures.plain(b.figure("beta")))))
        .with(
            "Correlation", reason(b.figure("correlation"), Figures.plain(b.figure("correlation"))))
        .with(
            "Information ratio",
            reason(b.figure("information_ratio"), Figures.plain(b.figure("information_ratio"))));
  }

  private static String reason(Figure figure, String shown) {
    return Figures.withReason(figure, shown);
  }

  private static Cell named(Figure figure, Cell cell) {
    return Cell.of(Figures.withReason(figure, cell.text()), cell.style());
  }
}
