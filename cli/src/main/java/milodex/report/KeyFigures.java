package milodex.report;

import java.util.Optional;
import milodex.analytics.Figure;
import milodex.backtest.RunSummary;

/// The figures of a run: the few that matter first, then all of them.
final class KeyFigures {

  private KeyFigures() {}

  static Html of(RunSummary summary) {
    RunSummary metrics = summary.at("metrics");
    return Html.of(
        """
        <section aria-labelledby="figures">
        <h2 id="figures">Key figures</h2>
        {}<div class="columns">
        <div><h3>Return and risk</h3>{}</div>
        <div><h3>Closed trades</h3>{}</div>
        {}</div>
        <p class="note">Sharpe is the mean over the sample deviation of daily returns, times the root
        of 252; the risk-free rate is 0. All figures are after costs.</p>
        </section>
        """,
        headline(summary),
        performance(metrics),
        trades(metrics.at("trades")),
        benchmark(summary));
  }

  private static Html headline(RunSummary summary) {
    RunSummary metrics = summary.at("metrics");
    Terms terms =
        Terms.of()
            .with("Sharpe", Shown.plain(metrics.figure("sharpe")))
            .with("Total return", Shown.percent(metrics.figure("total_return")))
            .with("CAGR", Shown.percent(metrics.figure("cagr")))
            .with("Max drawdown", Shown.percent(metrics.figure("drawdown", "depth")));
    compared(summary)
        .ifPresent(
            b ->
                terms.with("Holding " + b.text("symbol"), Shown.percent(b.figure("total_return"))));
    return terms.html("headline");
  }

  private static Html performance(RunSummary m) {
    return Terms.of()
        .with("Sharpe", Shown.plain(m.figure("sharpe")))
        .with("Sortino", Shown.plain(m.figure("sortino")))
        .with("Calmar", Shown.plain(m.figure("calmar")))
        .with("Total return", Shown.percent(m.figure("total_return")))
        .with("CAGR", Shown.percent(m.figure("cagr")))
        .with("Volatility", Shown.percent(m.figure("volatility")))
        .with("Max drawdown", Shown.percent(m.figure("drawdown", "depth")))
        .with("Mean exposure", Shown.percent(m.figure("exposure")))
        .with("Turnover, times a year", Shown.plain(m.figure("turnover")))
        .html("figures");
  }

  private static Html trades(RunSummary t) {
    return Terms.of()
        .with("Closed", Shown.count(t.whole("closed")))
        .with("Won", Shown.count(t.whole("winning")))
        .with("Lost", Shown.count(t.whole("losing")))
        .with("Win rate", Shown.percent(t.figure("win_rate")))
        .with("Profit factor", Shown.plain(t.figure("profit_factor")))
        .with("Expectancy", Shown.dollars(t.figure("expectancy")))
        .with("Average win", Shown.dollars(t.figure("average_win")))
        .with("Average loss", Shown.dollars(t.figure("average_loss")))
        .with("Average hold, sessions", Shown.plain(t.figure("average_hold")))
        .with("Costs, of profit before them", Shown.percent(t.figure("cost_share")))
        .html("figures");
  }

  private static Html benchmark(RunSummary summary) {
    Optional<RunSummary> compared = compared(summary);
    if (compared.isEmpty()) {
      return Html.EMPTY;
    }
    RunSummary b = compared.get();
    Figure alpha = b.figure("alpha");
    return Html.of(
        "<div><h3>Against holding {}</h3>{}</div>\n",
        b.text("symbol"),
        Terms.of()
            .with("Its total return", Shown.percent(b.figure("total_return")))
            .with("Excess return", Shown.percent(b.figure("excess_return")))
            .with("Alpha a year", Shown.percent(alpha))
            .with("Beta", Shown.plain(b.figure("beta")))
            .with("Correlation", Shown.plain(b.figure("correlation")))
            .with("Information ratio", Shown.plain(b.figure("information_ratio")))
            .html("figures"));
  }

  /// The comparison, where the run has one.
  private static Optional<RunSummary> compared(RunSummary summary) {
    return summary.find("benchmark").filter(b -> b.find("total_return").isPresent());
  }
}
