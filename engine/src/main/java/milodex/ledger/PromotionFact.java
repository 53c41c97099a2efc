package milodex.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milodex.strategy.StrategyId;

/// What evidence amounts to, and the steps of strategies from stage to stage.
///
/// Stages are `backtest`, `paper`, `micro_live`, `live` and `disabled`.
public sealed interface PromotionFact extends Fact {

  StrategyId strategy();

  /// The evidence of one manifest was judged.
  ///
  /// @param run the run it rests on
  /// @param grade `INVALID`, `INSUFFICIENT`, `REJECT`, `CONDITIONAL` or `PASS`
  /// @param policy version of the policy that judged
  /// @param evidence SHA-256 of the evidence package under `data/artifacts/`
  record EvidenceJudged(
      StrategyId strategy,
      ManifestHash manifest,
      RunId run,
      String grade,
      String policy,
      String evidence)
      implements PromotionFact {}

  /// A strategy went up to the next stage.
  ///
  /// @param manifest what may run there
  /// @param grade of the evidence, whatever an override says; `LIFECYCLE` for a lifecycle proof,
  ///     which no statistics were asked of
  /// @param evidence SHA-256 of the evidence package; empty for a lifecycle proof
  /// @param recommendation what a person says for it
  /// @param risks what a person says against it, one at least
  /// @param override who let it pass in spite of its grade; empty if it needed nobody
  record StagePromoted(
      StrategyId strategy,
      ManifestHash manifest,
      String from,
      String to,
      String grade,
      Optional<String> evidence,
      String recommendation,
      List<String> risks,
      Optional<Waiver> override)
      implements PromotionFact {

    public StagePromoted {
      risks = List.copyOf(risks);
    }

    /// A person answers for a step that the grade does not carry.
    ///
    /// @param by who
    /// @param until the last day on which it holds
    public record Waiver(String by, String why, LocalDate until) {}
  }

  /// A strategy went down.
  ///
  /// @param reverses seq of the promotion it takes back; empty if it takes back none
  record StageDemoted(
      StrategyId strategy, String from, String to, String reason, Optional<Long> reverses)
      implements PromotionFact {}
}
