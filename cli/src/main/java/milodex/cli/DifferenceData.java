package milodex.cli;

import java.util.List;
import milodex.execution.Difference;
import milodex.execution.Reconciliation;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// What books and broker differ in, as a table and as data.
final class DifferenceData {

  private DifferenceData() {}

  static Table table(Reconciliation compared) {
    Table table =
        Table.of(
            Column.text("What"),
            Column.wrapping("Books"),
            Column.wrapping("Broker"),
            Column.text("Stops"));
    for (Difference one : compared.differences()) {
      table.row(
          Cell.of(what(one)),
          Cell.of(one.ours()),
          Cell.of(one.theirs()),
          Cell.of(stops(one, compared), Style.BAD));
    }
    return table;
  }

  static List<Data> list(Reconciliation compared) {
    return compared.differences().stream().map(one -> of(one, compared)).toList();
  }

  private static Data of(Difference one, Reconciliation compared) {
    Data data = Data.of().text("kind", one.kind());
    one.symbol()
        .ifPresentOrElse(
            symbol -> data.text("symbol", symbol.ticker()), () -> data.absent("symbol"));
    return data.text("books", one.ours())
        .text("broker", one.theirs())
        .text("stops", stops(one, compared))
        .text("says", one.says());
  }

  /// What waits for it: `all entries`, `entries in SPY`, or `nothing yet`.
  private static String stops(Difference one, Reconciliation compared) {
    return one.symbol()
        .map(symbol -> "entries in " + symbol)
        .orElse(compared.agreedOn().isEmpty() ? "all entries" : "nothing yet");
  }

  private static String what(Difference one) {
    return one.symbol().map(symbol -> one.kind() + " " + symbol).orElse(one.kind());
  }
}
