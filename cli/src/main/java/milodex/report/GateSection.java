package milodex.report;

import java.util.Map;
import java.util.TreeMap;
import milodex.backtest.RunSummary;

/// What the risk gate did to the wishes of the strategy.
final class GateSection {

  private GateSection() {}

  static Html of(RunSummary summary) {
    Map<String, Integer> refusals = new TreeMap<>();
    Map<String, Integer> unworked = new TreeMap<>();
    int trimmed = 0;
    int wouldTrip = 0;
    for (RunSummary window : summary.at("windows").items()) {
      add(refusals, window.at("refusals"));
      add(unworked, window.at("unworked"));
      trimmed += window.whole("trimmed");
      wouldTrip += window.whole("would_trip");
    }
    return Html.of(
        """
        <section aria-labelledby="gate">
        <h2 id="gate">What the risk gate did</h2>
        {}<h3>Refusals by check</h3>
        {}<h3>Wishes that became no order</h3>
        {}</section>
        """,
        Terms.of()
            .with("Purchases made smaller by a limit", Shown.count(trimmed))
            .with("Sessions that would have tripped a halt", Shown.count(wouldTrip))
            .html("figures wide"),
        counts(refusals, "Nothing was refused."),
        counts(unworked, "Every wish became an order."));
  }

  private static void add(Map<String, Integer> sums, RunSummary counts) {
    counts.keys().forEach(key -> sums.merge(key, counts.whole(key), Integer::sum));
  }

  private static Html counts(Map<String, Integer> counts, String none) {
    Terms terms = Terms.of();
    counts.forEach((code, count) -> terms.with(Shown.words(code), Shown.count(count)));
    return counts.isEmpty() ? Html.of("<p>{}</p>\n", none) : terms.html("figures wide");
  }
}
