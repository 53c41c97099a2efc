package milodex.report;

import java.util.List;
import java.util.Optional;
import milodex.backtest.Proof;
import milodex.backtest.Proofs;

/// What was proved of a run, of how much, and what failed.
final class ProofSection {

  private ProofSection() {}

  /// @param proofs empty for a run made before runs were proved
  static Html of(Optional<Proofs> proofs) {
    return proofs.map(ProofSection::of).orElse(Html.EMPTY);
  }

  /// In one line.
  static String verdict(Optional<Proofs> proofs) {
    return proofs
        .map(
            tried ->
                !tried.hold()
                    ? "INVALID"
                    : switch (tried.depth()) {
                      case FULL -> "hold, tried in full";
                      case DEFAULT -> "hold in a sample";
                    })
        .orElse("none with this run");
  }

  private static Html of(Proofs proofs) {
    return Html.of(
        """
        <section aria-labelledby="proofs">
        <h2 id="proofs">Proofs</h2>
        {}</section>
        """,
        table(proofs.all()));
  }

  private static Html table(List<Proof> proofs) {
    HtmlTable table =
        HtmlTable.of("What was promised, and how much of it was tried")
            .text("Proof", "Covered", "Verdict");
    for (Proof proof : proofs) {
      table.row(
          proof.kind().label(),
          "%s of %s %s"
              .formatted(
                  Shown.count(proof.covered()), Shown.count(proof.of()), proof.kind().unit()),
          proof
              .failure()
              .map(failure -> "FAILED at %s: %s".formatted(failure.session(), failure.says()))
              .orElse("holds"));
    }
    return table.html();
  }
}
