package milodex.report;

import java.util.List;
import java.util.function.Function;
import milodex.backtest.RunSummary;
import milodex.statistics.Figure;

/// The out-of-sample windows side by side, and how much hangs on one of them.
final class WindowSection {

  private WindowSection() {}

  /// Nothing for a run without windows.
  static Html of(RunSummary summary) {
    if (!summary.flag("walk_forward")) {
      return Html.EMPTY;
    }
    return Html.of(
        """
        <section aria-labelledby="windows">
        <h2 id="windows">Windows</h2>
        {}<h3>Fragility</h3>
        {}</section>
        """,
        windows(summary.at("windows").items()),
        fragility(summary.at("fragility")));
  }

  private static Html windows(List<RunSummary> windows) {
    double returns = Bar.scale(figures(windows, "total_return"));
    double sharpes = Bar.scale(figures(windows, "sharpe"));
    HtmlTable table =
        HtmlTable.of("Each window started flat with frozen parameters")
            .text("Window", "Sessions")
            .numbers("Return", "Sharpe", "Max drawdown", "Trades", "Exposure");
    for (RunSummary window : windows) {
      RunSummary m = window.at("metrics");
      table.row(
          window.text("window"),
          Html.of(
              "<span class=\"unbroken\">{}</span> to <span class=\"unbroken\">{}</span>",
              window.text("from"),
              window.text("to")),
          Html.of(
              "{}{}",
              Shown.percent(m.figure("total_return")),
              Bar.of(m.figure("total_return"), returns)),
          Html.of("{}{}", Shown.plain(m.figure("sharpe")), Bar.of(m.figure("sharpe"), sharpes)),
          Shown.percent(m.figure("drawdown", "depth")),
          Shown.count(m.whole("trades", "closed")),
          Shown.percent(m.figure("exposure")));
    }
    return table.html();
  }

  private static List<Figure> figures(List<RunSummary> windows, String name) {
    return windows.stream().map(window -> window.figure("metrics", name)).toList();
  }

  private static Html fragility(RunSummary f) {
    return Terms.of()
        .with(
            "Single-window dependency",
            f.flag("single_window_dependency") ? "YES: without one window nothing is left" : "no")
        .with(
            "Windows above and below zero",
            "%d and %d".formatted(f.whole("positive_windows"), f.whole("negative_windows")))
        .with(
            "Sharpe of the windows",
            Html.of(
                "{} to {}, deviation {}",
                Shown.plain(f.figure("sharpe_min")),
                Shown.plain(f.figure("sharpe_max")),
                Shown.plain(f.figure("sharpe_deviation"))))
        .with("Sharpe without each window", each(f, "sharpe_without_window", Shown::plain))
        .with("Return without each window", each(f, "total_return_without_window", Shown::percent))
        .figure("Best window's share of the growth", f, "best_window_share", Shown::percent)
        .with("Profit of closed trades", Shown.dollars(f.figure("pnl")))
        .with("Without the best trade", Shown.dollars(f.figure("pnl_without_best_trade")))
        .with(
            "Without the best %d trades".formatted(f.whole("best_trades")),
            Shown.dollars(f.figure("pnl_without_best_trades")))
        .with(
            f.find("best_symbol")
                .map(symbol -> "Without the best symbol, " + symbol.text())
                .orElse("Without the best symbol"),
            Shown.dollars(f.figure("pnl_without_best_symbol")))
        .html("figures wide");
  }

  /// The figures of a list, or nothing if an older summary lacks it.
  private static Html each(RunSummary fragility, String name, Function<Figure, Html> shown) {
    return Html.join(
        ", ",
        fragility.find(name).map(RunSummary::items).orElse(List.of()).stream()
            .map(one -> shown.apply(one.figure()))
            .toList());
  }
}
