package milodex.report;

import java.util.List;
import milodex.backtest.RunSummary;

/// What the run knew of its bars: symbols left out and why, and what the quality scan saw.
final class DataSection {

  private DataSection() {}

  static Html of(RunSummary summary) {
    return Html.of(
        """
        <section aria-labelledby="data">
        <h2 id="data">Symbols left out, and findings on the bars</h2>
        {}{}</section>
        """,
        exclusions(Exclusion.of(summary)),
        findings(summary.at("data", "findings").items()));
  }

  private static Html exclusions(List<Exclusion> exclusions) {
    if (exclusions.isEmpty()) {
      return Html.of("<p>Every symbol could be entered in every session.</p>\n");
    }
    HtmlTable table =
        HtmlTable.of("Symbols that could not be entered for a time")
            .text("From", "To", "Because", "Symbols");
    for (Exclusion one : exclusions) {
      table.row(one.from(), one.to(), Shown.words(one.reason()), String.join(" ", one.symbols()));
    }
    return table.html();
  }

  private static Html findings(List<RunSummary> findings) {
    if (findings.isEmpty()) {
      return Html.of("<p>The quality scan found nothing on the bars.</p>\n");
    }
    HtmlTable table =
        HtmlTable.of("What the quality scan found; none of it blocks a run")
            .text("Session", "Symbol", "Finding", "It says");
    for (RunSummary one : findings) {
      table.row(
          one.text("session"), one.text("symbol"), Shown.words(one.text("code")), one.text("says"));
    }
    return table.html();
  }
}
