package milodex.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import milodex.analytics.Figure;
import milodex.analytics.OutOfSample;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.ledger.Fact;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// What a finished run came to, for people and programs; `backtest` and `analytics` share it.
final class RunReport {

  private static final String CONVENTIONS =
      "Sharpe is the mean over the sample deviation of daily returns, times the root of 252,"
          + " risk-free rate 0; fills are at the next open, moved by slippage. Looks are counted,"
          + " luck is not tested yet: a good number found by looking often is no skill.";

  private final Runs.Run run;
  private final int look;
  private final RunSummary summary;

  private RunReport(Runs.Run run, int look, RunSummary summary) {
    this.run = run;
    this.look = look;
    this.summary = summary;
  }

  /// @param look which look of its family the run was, from 1
  static Reply of(Runs.Run run, int look, RunSummary summary) {
    return new RunReport(run, look, summary).reply();
  }

  private Reply reply() {
    Fact.RunCompleted completed = run.completed().orElseThrow();
    Reply reply =
        Reply.of()
            .strategy(run.strategy().toString())
            .stage("backtest")
            .broker("SIMULATED")
            .dataFreshness(summary.text("last_session"))
            .ref("run", run.id().hash())
            .ref("artifact", completed.artifact())
            .ref("run_head", completed.head().toString());
    reply.block(Block.paragraph("Backtest of " + run.strategy() + ", SIMULATED", Style.BACKTEST));
    reply.block(setting());
    if (summary.flag("unlimited")) {
      reply.block(
          Block.paragraph(
              "UNLIMITED: every numeric limit was off. This is not how it would trade.",
              Style.BAD));
    }
    reply.block(Block.section(title(), metrics()));
    if (summary.flag("walk_forward")) {
      reply.block(Block.section("Windows, each started flat with frozen parameters", windows()));
      reply.block(Block.section("Fragility", fragility()));
    }
    summary
        .find("benchmark", "total_return")
        .ifPresent(_ -> reply.block(Block.section("Against holding a benchmark", benchmark())));
    reply.block(Block.section("Where the money went, in dollars", parts()));
    reply.block(Block.section("What the risk gate did", gate()));
    Exclusions.tell(reply, summary);
    reply.block(Block.paragraph(CONVENTIONS, Style.FAINT));
    reply.block(
        Block.paragraph(
            "Next: milodex analytics trades "
                + run.id().brief()
                + ", or milodex explain "
                + run.id().brief()
                + ":1"));
    reply.summary(
        "%s: Sharpe %s, total return %s"
            .formatted(
                title(),
                Figures.plain(summary.figure("metrics", "sharpe")),
                Figures.percent(summary.figure("metrics", "total_return"))));
    reply
        .data()
        .text("label", title())
        .count("trial", run.trial())
        .count("look_of_family", look)
        .count("looks_at_this_run", run.looks())
        .object("run", SummaryData.of(summary.tree()));
    return reply;
  }

  private String title() {
    return summary.flag("walk_forward")
        ? OutOfSample.label(look)
        : "In sample, whole period, look " + look + " of this family";
  }

  private KeyValues setting() {
    return KeyValues.of()
        .with(
            "Run",
            "%s, trial %d of this workspace%s"
                .formatted(
                    run.id().brief(),
                    run.trial(),
                    run.looks() > 1 ? ", looked at " + run.looks() + " times" : ""))
        .with(
            "Period",
            "%s to %s, %d sessions"
                .formatted(
                    summary.text("first_session"),
                    summary.text("last_session"),
                    summary.whole("metrics", "sessions")))
        .with("Bars", "grade " + summary.text("data", "grade") + findings())
        .with(
            "Costs",
            "slippage %s of each price, %s"
                .formatted(Figures.share(summary.decimal("costs", "slippage")), commission()))
        .with(
            "Account",
            "starts with $%s, which is %s of the account"
                .formatted(
                    Figures.dollars(summary.decimal("initial_equity")),
                    Figures.share(summary.decimal("allocation"))));
  }

  private String commission() {
    RunSummary costs = summary.at("costs");
    BigDecimal perTrade = costs.decimal("commission_per_trade");
    BigDecimal rate = costs.decimal("commission_rate");
    BigDecimal least = costs.decimal("min_commission");
    return perTrade.signum() == 0 && rate.signum() == 0 && least.signum() == 0
        ? "no commission"
        : "commission $%s a fill and %s of its value, at least $%s"
            .formatted(perTrade.toPlainString(), Figures.share(rate), least.toPlainString());
  }

  private String findings() {
    int count = summary.at("data", "findings").items().size();
    return count == 0 ? "" : ", " + count + " findings kept with the run";
  }

  private Block metrics() {
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

  private static String reason(Figure figure, String shown) {
    return Figures.withReason(figure, shown);
  }

  private static Cell named(Figure figure, Cell cell) {
    return Cell.of(Figures.withReason(figure, cell.text()), cell.style());
  }

  private Block windows() {
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

  private Block fragility() {
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

  private Block benchmark() {
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

  private Block parts() {
    Table table =
        Table.of(
            Column.text("Window"),
            Column.number("Start"),
            Column.number("Realised"),
            Column.number("Dividends"),
            Column.number("Open"),
            Column.number("Fees"),
            Column.number("Exit costs"),
            Column.number("End"));
    for (RunSummary window : summary.at("windows").items()) {
      RunSummary p = window.at("parts");
      table.row(
          window.whole("window") == 0 ? "all" : window.text("window"),
          money(p, "start"),
          money(p, "realised"),
          money(p, "dividends"),
          money(p, "open"),
          money(p, "fees"),
          money(p, "exit_costs"),
          money(p, "end"));
    }
    return table;
  }

  private static String money(RunSummary parts, String name) {
    BigDecimal amount = parts.decimal(name);
    return Figures.dollars(amount);
  }

  private Block gate() {
    TreeMap<String, Integer> refusals = new TreeMap<>();
    TreeMap<String, Integer> unworked = new TreeMap<>();
    int trimmed = 0;
    int wouldTrip = 0;
    for (RunSummary window : summary.at("windows").items()) {
      add(refusals, window.at("refusals"));
      add(unworked, window.at("unworked"));
      trimmed += window.whole("trimmed");
      wouldTrip += window.whole("would_trip");
    }
    return KeyValues.of()
        .with("Refused", refusals.isEmpty() ? "nothing" : counts(refusals))
        .with("Trimmed", trimmed + " purchases made smaller by a limit")
        .with("Wishes without an order", unworked.isEmpty() ? "none" : counts(unworked))
        .with("Would have tripped a halt", wouldTrip + " sessions");
  }

  private static void add(Map<String, Integer> sums, RunSummary counts) {
    counts.keys().forEach(key -> sums.merge(key, counts.whole(key), Integer::sum));
  }

  private static String counts(Map<String, Integer> counts) {
    List<String> parts = new ArrayList<>();
    counts.forEach((code, count) -> parts.add(code.toLowerCase(Locale.ROOT) + " " + count));
    return String.join(", ", parts);
  }
}
