package milodex.report;

import java.util.List;
import milodex.backtest.RunSummary;

/// What was proved of a run, as its summary says.
///
/// @param summary of the run
record Proofs(RunSummary summary) {

  /// Whether one of them failed, so that no number of the run may be shown.
  boolean failed() {
    return summary.find("verdict").filter(verdict -> verdict.text().equals("INVALID")).isPresent();
  }

  /// In one line.
  String verdict() {
    return failed()
        ? "INVALID"
        : items().isEmpty() ? "none with this run" : "hold as far as covered";
  }

  Html html() {
    if (items().isEmpty()) {
      return Html.EMPTY;
    }
    HtmlTable table =
        HtmlTable.of("What was proved, and of how much").text("Proof").numbers("Covered", "Of");
    for (RunSummary one : items()) {
      table.row(
          Shown.words(one.text("name")),
          Shown.count(one.whole("covered")),
          Shown.count(one.whole("of")));
    }
    return Html.of(
        """
        <section aria-labelledby="proofs">
        <h2 id="proofs">Proofs</h2>
        {}</section>
        """,
        table.html());
  }

  private List<RunSummary> items() {
    return summary.find("proofs").map(RunSummary::items).orElse(List.of());
  }
}
