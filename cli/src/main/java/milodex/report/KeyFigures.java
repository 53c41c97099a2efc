package milodex.report;

import java.util.Optional;
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
            .figure("Sharpe", metrics, "sharpe", Shown::plain)
            .figure("Total return", metrics, "total_return", Shown::percent)
            .figure("CAGR", metrics, "cagr", Shown::percent)
            .figure("Max drawdown", metrics.at("drawdown"), "depth", Shown::percent);
    compared(summary)
        .ifPresent(
            b -> terms.figure(b.text("symbol") + ", held", b, "total_return", Shown::percent));
    return terms.html("headline");
  }

  private static Html performance(RunSummary metrics) {
    Terms terms =
        Terms.of()
            .with("Sessions", Shown.count(metrics.whole("sessions")))
            .figure("Volatility", metrics, "volatility", Shown::percent)
            .figure("Sortino", metrics, "sortino", Shown::plain)
            .figure("Calmar", metrics, "calmar", Shown::plain)
            .figure("Mean exposure", metrics, "exposure", Shown::percent)
            .figure("Turnover, times a year", metrics, "turnover", Shown::plain);
    RunSummary fall = metrics.at("drawdown");
    if (fall.find("trough").isPresent()) {
      terms
          .with("Drawdown peak", fall.find("peak").map(RunSummary::text).orElse("start"))
          .with("Drawdown trough", fall.text("trough"))
          .with(
              "Drawdown recovered", fall.find("recovery").map(RunSummary::text).orElse("not yet"));
    }
    return terms.html("figures");
  }

  private static Html trades(RunSummary trades) {
    return Terms.of()
        .with(
            "Closed, won, lost",
            "%s, %s, %s"
                .formatted(
                    Shown.count(trades.whole("closed")),
                    Shown.count(trades.whole("winning")),
                    Shown.count(trades.whole("losing"))))
        .figure("Win rate", trades, "win_rate", Shown::percent)
        .figure("Profit factor", trades, "profit_factor", Shown::plain)
        .figure("Expectancy", trades, "expectancy", Shown::dollars)
        .figure("Average win", trades, "average_win", Shown::dollars)
        .figure("Average loss", trades, "average_loss", Shown::dollars)
        .figure("Average hold, sessions", trades, "average_hold", Shown::plain)
        .figure("Median hold, sessions", trades, "median_hold", Shown::plain)
        .figure("MAE, mean", trades, "mae", Shown::percent)
        .figure("MFE, mean", trades, "mfe", Shown::percent)
        .figure("MAE of winners", trades, "mae_of_winners", Shown::percent)
        .figure("MFE of losers", trades, "mfe_of_losers", Shown::percent)
        .figure("Costs ÷ profit before them", trades, "cost_share", Shown::percent)
        .html("figures");
  }

  private static Html benchmark(RunSummary summary) {
    return compared(summary)
        .map(
            b ->
                Html.of(
                    "<div><h3>Against holding {}</h3>{}</div>\n",
                    b.text("symbol"),
                    Terms.of()
                        .figure("Excess return", b, "excess_return", Shown::percent)
                        .figure("Alpha a year", b, "alpha", Shown::percent)
                        .figure("Beta", b, "beta", Shown::plain)
                        .figure("Correlation", b, "correlation", Shown::plain)
                        .figure("Information ratio", b, "information_ratio", Shown::plain)
                        .html("figures")))
        .orElse(Html.EMPTY);
  }

  /// The comparison, where the run has one.
  private static Optional<RunSummary> compared(RunSummary summary) {
    return summary.find("benchmark").filter(b -> b.find("total_return").isPresent());
  }
}
