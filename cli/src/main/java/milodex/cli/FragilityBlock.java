package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import milodex.backtest.RunSummary;
import milodex.statistics.Figure;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;

/// How much of a walk-forward hangs on one window, one trade, one symbol; each culprit by name.
///
/// @param fragility that part of the summary
record FragilityBlock(RunSummary fragility) {

  Block block() {
    return KeyValues.of()
        .with("Single-window dependency", dependency())
        .with(
            "Windows",
            "%d positive, %d negative; Sharpe %s to %s, deviation %s"
                .formatted(
                    fragility.whole("positive_windows"),
                    fragility.whole("negative_windows"),
                    Figures.plain(fragility.figure("sharpe_min")),
                    Figures.plain(fragility.figure("sharpe_max")),
                    Figures.plain(fragility.figure("sharpe_deviation"))))
        .with("Sharpe without each window", each("sharpe_without_window", false))
        .with("Return without each window", each("total_return_without_window", true))
        .with("Best window", bestWindow())
        .with("Profit of closed trades", dollars("pnl"))
        .with("Without the best trade", dollars("pnl_without_best_trade") + best(1))
        .with(
            "Without the best %d trades".formatted(fragility.whole("best_trades")),
            dollars("pnl_without_best_trades") + best(fragility.whole("best_trades")))
        .with(
            "Without the best symbol",
            dollars("pnl_without_best_symbol")
                + fragility.find("best_symbol").map(one -> " (" + one.tree() + ")").orElse(""));
  }

  private Cell dependency() {
    List<String> needed = texts("needed_windows");
    return needed.isEmpty()
        ? Cell.of("no", Style.GOOD)
        : Cell.of("YES: nothing is left without window " + String.join(" or ", needed), Style.BAD);
  }

  private String bestWindow() {
    Figure share = fragility.figure("best_window_share");
    return "window %d, %s"
        .formatted(
            fragility.whole("best_window"),
            Figures.withReason(share, Figures.percent(share) + " of the growth"));
  }

  private String each(String name, boolean percent) {
    List<String> figures = new ArrayList<>();
    for (RunSummary one : fragility.at(name).items()) {
      figures.add(percent ? Figures.percent(one.figure()) : Figures.plain(one.figure()));
    }
    return String.join(", ", figures);
  }

  private String best(int count) {
    List<String> named =
        fragility.at("best_trade_list").items().stream()
            .limit(count)
            .map(one -> "%s in %s".formatted(one.whole("number"), one.text("symbol")))
            .toList();
    return named.isEmpty()
        ? ""
        : " (%s %s)".formatted(named.size() == 1 ? "trade" : "trades", String.join(", ", named));
  }

  private String dollars(String name) {
    Figure figure = fragility.figure(name);
    return Figures.withReason(figure, Figures.dollars(figure));
  }

  private List<String> texts(String name) {
    return fragility.at(name).items().stream().map(one -> one.tree().toString()).toList();
  }
}
