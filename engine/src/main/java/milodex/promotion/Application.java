package milodex.promotion;

import java.util.List;
import java.util.Optional;
import milodex.ledger.PromotionFact.StagePromoted.Waiver;

/// What a person asks for and says when a strategy is to be promoted.
///
/// @param recommendation what speaks for it
/// @param risks what speaks against it
/// @param isExempt whether a lifecycle proof takes the place of statistics
/// @param override who answers for a grade that does not carry the step
public record Application(
    Stage to,
    String recommendation,
    List<String> risks,
    boolean isExempt,
    Optional<Waiver> override) {

  public Application {
    recommendation = recommendation.strip();
    risks = risks.stream().map(String::strip).filter(risk -> !risk.isEmpty()).toList();
  }
}
