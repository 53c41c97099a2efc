package milodex.report;

import java.util.List;
import java.util.Optional;
import milodex.backtest.RunSummary;

/// What was proved of a run, of how much, and what failed.
///
/// @param proofs as the summary keeps them; none for a run made before runs were proved
record ProofSection(List<RunSummary> proofs) {

  static ProofSection of(RunSummary summary) {
    return new ProofSection(summary.find("proofs", "all").map(RunSummary::items).orElse(List.of()));
  }

  /// Where the first broken promise was broken; empty if all hold.
  Optional<RunSummary> failure() {
    return proofs.stream().flatMap(proof -> proof.find("failure").stream()).findFirst();
  }

  /// In one line.
  String verdict() {
    if (failure().isPresent()) {
      return "INVALID";
    }
    return proofs.isEmpty() ? "none with this run" : "hold as far as covered";
  }

  Html html() {
    if (proofs.isEmpty()) {
      return Html.EMPTY;
    }
    HtmlTable table =
        HtmlTable.of("What was promised, and how much of it was tried")
            .text("Proof", "Covered", "Verdict");
    for (RunSummary proof : proofs) {
      table.row(
          proof.text("proof"),
          "%s of %s %s"
              .formatted(
                  Shown.count(proof.whole("covered")),
                  Shown.count(proof.whole("of")),
                  proof.text("unit")),
          proof
              .find("failure")
              .map(
                  failure ->
                      "FAILED at %s: %s".formatted(failure.text("session"), failure.text("says")))
              .orElse("holds"));
    }
    return Html.of(
        """
        <section aria-labelledby="proofs">
        <h2 id="proofs">Proofs</h2>
        {}</section>
        """,
        table.html());
  }
}
