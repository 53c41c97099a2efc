package milodex.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import milodex.backtest.RunSummary;

/// Symbols that could not be entered for one stretch of a run, for one reason.
///
/// @param from first session without entries
/// @param to last session without entries
/// @param reason as a word of the code
/// @param symbols that share this fate, sorted
public record Exclusion(String from, String to, String reason, List<String> symbols) {

  public Exclusion {
    symbols = List.copyOf(symbols);
  }

  /// All stretches of the run, oldest first.
  public static List<Exclusion> of(RunSummary summary) {
    RunSummary excluded = summary.at("data", "excluded");
    Map<List<String>, List<String>> symbols = new TreeMap<>(Exclusion::compare);
    for (String symbol : excluded.keys()) {
      for (RunSummary one : excluded.at(symbol).items()) {
        List<String> stretch = List.of(one.text("from"), one.text("to"), one.text("reason"));
        symbols.computeIfAbsent(stretch, _ -> new ArrayList<>()).add(symbol);
      }
    }
    List<Exclusion> exclusions = new ArrayList<>();
    symbols.forEach(
        (stretch, some) ->
            exclusions.add(new Exclusion(stretch.get(0), stretch.get(1), stretch.get(2), some)));
    return List.copyOf(exclusions);
  }

  private static int compare(List<String> one, List<String> other) {
    return String.join(" ", one).compareTo(String.join(" ", other));
  }
}
