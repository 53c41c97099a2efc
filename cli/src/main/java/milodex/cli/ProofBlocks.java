package milodex.cli;

import java.util.Locale;
import java.util.Optional;
import milodex.backtest.Proof;
import milodex.backtest.Proofs;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.ledger.ResearchFact;
import milodex.statistics.Figure;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;

/// How far a run was proved, as a block; and if a proof failed, what to answer instead of numbers.
record ProofBlocks(Proofs proofs) {

  /// Empty if the run was made before runs were proved.
  static Optional<ProofBlocks> of(RunSummary summary) {
    return summary.proofs().map(ProofBlocks::new);
  }

  /// `OOS`, `in sample`, or `INVALID` if a proof failed.
  static String kind(RunSummary summary) {
    if (summary.isInvalid()) {
      return "INVALID";
    }
    return summary.flag("walk_forward") ? "OOS" : "in sample";
  }

  /// A figure of the run; undefined if a proof failed.
  static Figure metric(RunSummary summary, String name) {
    return summary.isInvalid()
        ? Figure.undefined("a proof of the run failed")
        : summary.figure("metrics", name);
  }

  Block block() {
    KeyValues pairs = KeyValues.of();
    for (Proof proof : proofs.all()) {
      String name = proof.kind().label();
      String covered =
          String.format(
              Locale.ROOT,
              "covered %,d of %,d %s",
              proof.covered(),
              proof.of(),
              proof.kind().unit());
      pairs.with(
          name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
          proof.holds() ? Cell.of(covered) : Cell.of("FAILED; " + covered, Style.BAD));
    }
    return Block.section(
        switch (proofs.depth()) {
          case FULL -> "Proofs, full: what a decision may not hang on was cut off and falsified";
          case DEFAULT -> "Proofs, a sample; --proof full tries everything, and evidence needs it";
        },
        pairs);
  }

  /// What is answered for a run that is invalid; empty if all proofs hold.
  static Optional<Failure> failure(Runs.Run run, RunSummary summary) {
    return summary.proofs().flatMap(Proofs::failed).map(proof -> failure(run, proof));
  }

  /// The result of a run whose numbers may be shown; throws [Failure] if it is invalid.
  static ResearchFact.RunCompleted valid(Runs.Run run, ResearchFact.RunCompleted completed) {
    Optional<Failure> failure = failure(run, RunSummary.parse(completed.summary()));
    if (failure.isPresent()) {
      throw failure.get();
    }
    return completed;
  }

  private static Failure failure(Runs.Run run, Proof failed) {
    Proof.Failure failure = failed.failure().orElseThrow();
    return new Failure(
        ExitCode.INTEGRITY,
        "proof_failed",
        "Run %s is INVALID: its %s proof failed at the close of %s."
            .formatted(run.id().brief(), failed.kind().label(), failure.session()),
        failure.says().substring(0, 1).toUpperCase(Locale.ROOT) + failure.says().substring(1) + ".",
        "It stays counted as trial %d, and no number of it is shown.".formatted(run.trial()),
        "Mend the rule, so that it decides from what it is shown and nothing else, and raise its"
            + " rules version. If you hold this verdict for wrong, only a run with --proof full"
            + " that holds replaces it.");
  }
}
