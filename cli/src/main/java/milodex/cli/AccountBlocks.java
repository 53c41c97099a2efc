package milodex.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import milodex.backtest.RunSummary;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// Where the money of a run went, and what the risk gate did, as blocks.
///
/// @param summary of the run
record AccountBlocks(RunSummary summary) {

  Block parts() {
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

  Block gate() {
    TreeMap<String, Integer> refusals = new TreeMap<>();
    TreeMap<String, Integer> unworked = new TreeMap<>();
    int trimmed = 0;
    int wouldTrip = 0;
    int missed = 0;
    for (RunSummary window : summary.at("windows").items()) {
      add(refusals, window.at("refusals"));
      add(unworked, window.at("unworked"));
      trimmed += window.whole("trimmed");
      wouldTrip += window.whole("would_trip");
      missed += window.find("missed_exits").map(exits -> exits.items().size()).orElse(0);
    }
    KeyValues gate =
        KeyValues.of()
            .with("Refused", refusals.isEmpty() ? "nothing" : counts(refusals))
            .with("Trimmed", trimmed + " purchases made smaller by a limit")
            .with("Wishes without an order", unworked.isEmpty() ? "none" : counts(unworked))
            .with("Would have tripped a halt", wouldTrip + " sessions");
    if (missed > 0) {
      gate.with(
          "EXITS MISSED", Cell.of(missed + " not sold by the close they were for", Style.BAD));
    }
    return gate;
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
