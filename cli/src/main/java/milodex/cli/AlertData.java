package milodex.cli;

import java.util.List;
import java.util.stream.Collectors;
import milodex.execution.Alert;
import milodex.market.NewYork;
import milodex.strategy.StrategyId;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// Alerts as tables and as data; every command that speaks of them shares it.
final class AlertData {

  private AlertData() {}

  /// All of them, however many there are.
  static Table table(List<Alert> alerts) {
    Table table =
        Table.of(
            Column.number("Alert"),
            Column.text("What"),
            Column.number("Times"),
            Column.text("Since, New York"),
            Column.wrapping("Whose entries wait"),
            Column.wrapping("Found last"));
    for (Alert one : alerts) {
      table.row(
          Cell.of("" + one.id()),
          Cell.of(one.what(), Style.BAD),
          Cell.of("" + one.times()),
          Cell.of(NewYork.minute(one.since())),
          Cell.of(whose(one)),
          Cell.of(one.says()));
    }
    return table;
  }

  /// `the whole account`, or the strategies.
  static String whose(Alert alert) {
    return alert.strategies().isEmpty()
        ? "the whole account"
        : alert.strategies().stream().map(StrategyId::toString).collect(Collectors.joining(", "));
  }

  /// `431 data_quality, found 3 times: no bar of ACME`.
  static String line(Alert alert) {
    return "%d %s%s: %s"
        .formatted(
            alert.id(),
            alert.what(),
            alert.times() == 1 ? "" : ", found %d times".formatted(alert.times()),
            alert.says());
  }

  static Data of(Alert alert) {
    return Data.of()
        .count("alert", alert.id())
        .text("what", alert.what())
        .count("times", alert.times())
        .text("since", alert.since().toString())
        .texts("strategies", alert.strategies().stream().map(StrategyId::toString).toList())
        .text("says", alert.says());
  }
}
