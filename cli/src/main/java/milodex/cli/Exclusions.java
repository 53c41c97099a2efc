package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import milodex.backtest.RunSummary;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.Table;

/// What a run left out or missed: symbols without bars, series that ended, sessions without bars,
/// exits not worked in time, and stretches without entries.
final class Exclusions {

  private Exclusions() {}

  /// Adds them to the reply; symbols with the same fate share a line.
  static void tell(Reply reply, RunSummary summary) {
    List<RunSummary> absent = summary.at("data", "absent").items();
    if (!absent.isEmpty()) {
      reply.warn(
          "symbols_absent",
          "no bars in the period: "
              + String.join(", ", absent.stream().map(item -> item.tree().toString()).toList()));
    }
    ended(summary)
        .forEach(
            (last, symbols) ->
                reply.warn(
                    "series_ended",
                    "no bars after %s, so a position is closed at its last close: %s"
                        .formatted(last, String.join(", ", symbols))));
    List<RunSummary> unseen =
        summary.find("data", "intraday", "not_evaluated").map(RunSummary::items).orElse(List.of());
    if (!unseen.isEmpty()) {
      reply.warn(
          "sessions_not_evaluated",
          "no intraday bars, so nothing was decided on: "
              + String.join(", ", unseen.stream().map(item -> item.tree().toString()).toList()));
    }
    for (RunSummary window : summary.at("windows").items()) {
      for (RunSummary exit : window.find("missed_exits").map(RunSummary::items).orElse(List.of())) {
        reply.warn(
            "exit_missed",
            "%s should have been sold on %s: %s"
                .formatted(exit.text("symbol"), exit.text("session"), exit.text("says")));
      }
    }
    Map<Stretch, List<String>> stretches = stretches(summary.at("data", "excluded"));
    if (!stretches.isEmpty()) {
      Table table =
          Table.of(
              Column.text("Not entered from"),
              Column.text("To"),
              Column.text("Because"),
              Column.wrapping("Symbols"));
      stretches.forEach(
          (one, symbols) ->
              table.row(one.from, one.to, FactLine.words(one.reason), String.join(" ", symbols)));
      reply.block(Block.section("Symbols that could not be entered for a time", table));
    }
  }

  private static Map<String, List<String>> ended(RunSummary summary) {
    Map<String, List<String>> symbols = new TreeMap<>();
    for (RunSummary one : summary.at("data", "ended_early").items()) {
      add(symbols, one.text("last_session"), one.text("symbol"));
    }
    return symbols;
  }

  private static Map<Stretch, List<String>> stretches(RunSummary excluded) {
    Map<Stretch, List<String>> symbols = new TreeMap<>();
    for (String symbol : excluded.keys()) {
      for (RunSummary one : excluded.at(symbol).items()) {
        add(symbols, new Stretch(one.text("from"), one.text("to"), one.text("reason")), symbol);
      }
    }
    return symbols;
  }

  private static <K> void add(Map<K, List<String>> symbols, K key, String symbol) {
    symbols.computeIfAbsent(key, _ -> new ArrayList<>()).add(symbol);
  }

  private record Stretch(String from, String to, String reason) implements Comparable<Stretch> {
    @Override
    public int compareTo(Stretch other) {
      return toString().compareTo(other.toString());
    }
  }
}
