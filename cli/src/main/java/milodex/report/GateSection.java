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
        {}{}{}</section>
        """,
        Terms.of()
            .with("Purchases made smaller by a limit", Shown.count(trimmed))
            .with("Sessions that would have tripped a halt", Shown.count(wouldTrip))
            .html("figures wide"),
        counts("Refusals by the check that made them", "Check", refusals, "Nothing was refused."),
        counts(
            "Wishes that became no order",
            "How they ended",
            unworked,
            "Every wish became an order."));
  }

  private static void add(Map<String, Integer> sums, RunSummary counts) {
    counts.keys().forEach(key -> sums.merge(key, counts.whole(key), Integer::sum));
  }

  private static Html counts(
      String caption, String column, Map<String, Integer> counts, String none) {
    if (counts.isEmpty()) {
      return Html.of("<p>{}</p>\n", none);
    }
    HtmlTable table = HtmlTable.of(caption).text(column).numbers("Times");
    counts.forEach((code, count) -> table.row(Shown.words(code), Shown.count(count)));
    return table.html();
  }
}
