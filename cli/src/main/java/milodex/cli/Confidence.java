package milodex.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.promotion.Demands;
import milodex.promotion.Judgement;
import milodex.promotion.Policy;
import milodex.promotion.Requirement;
import milodex.research.KeptEvidence;

/// How far a strategy may be trusted, in the words every report uses, with the reason.
///
/// @param words `insufficient evidence`, `low confidence`, `suggestive, not trustworthy yet`,
///     `review required` or `hard to explain by luck`
record Confidence(String words, String reason) {

  private static final String INSUFFICIENT = "insufficient evidence";
  private static final String REVIEW = "review required";

  /// That of a strategy the gate was asked about.
  ///
  /// @param stale what became of what the evidence rests on; empty if all of it stands
  static Confidence of(KeptEvidence evidence, List<String> stale) {
    if (!stale.isEmpty()) {
      return new Confidence(REVIEW, "the evidence is stale: " + String.join("; ", stale));
    }
    return evidence
        .judgement()
        .map(Confidence::of)
        .orElseGet(() -> new Confidence(REVIEW, "the evidence package is lost"));
  }

  /// That of a strategy the gate was never asked about.
  ///
  /// @param newest its newest finished run out of sample
  static Confidence unasked(Optional<Runs.Run> newest, Demands demands) {
    Optional<RunSummary> summary = newest.flatMap(Runs.Run::summary);
    if (summary.isEmpty()) {
      return new Confidence(INSUFFICIENT, "no run out of sample");
    }
    if (summary.get().isInvalid()) {
      return new Confidence(
          REVIEW, "a proof of run " + newest.orElseThrow().id().brief() + " failed");
    }
    int trades = summary.get().whole("metrics", "trades", "closed");
    int fewest =
        Math.max(
            demands.trades(),
            demands.isLowCadence() ? Policy.CURRENT.lowCadenceTrades() : Policy.CURRENT.trades());
    return trades < fewest
        ? new Confidence(INSUFFICIENT, "trades %d < %d".formatted(trades, fewest))
        : new Confidence(REVIEW, "the gate was not asked");
  }

  private static Confidence of(Judgement judgement) {
    String reasons =
        judgement.reasons().stream().map(Confidence::reason).collect(Collectors.joining("; "));
    return switch (judgement.grade()) {
      case INVALID -> new Confidence(REVIEW, reasons);
      case INSUFFICIENT -> new Confidence(INSUFFICIENT, reasons);
      case REJECT -> new Confidence("low confidence", reasons);
      case CONDITIONAL -> new Confidence("suggestive, not trustworthy yet", reasons);
      case PASS -> new Confidence("hard to explain by luck", "every requirement passes");
    };
  }

  /// `trades 14 < 30` of a count of trades that is too low.
  private static String reason(Requirement one) {
    return one.title().equals("closed trades") && one.required().startsWith("≥ ")
        ? "trades %s < %s".formatted(one.actual(), one.required().substring(2))
        : "%s: %s, required %s".formatted(one.title(), one.actual(), one.required());
  }

  /// `insufficient evidence (trades 14 < 30)`.
  @Override
  public String toString() {
    return words + " (" + reason + ")";
  }
}
