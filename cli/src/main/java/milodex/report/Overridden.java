package milodex.report;

import java.time.LocalDate;
import java.util.Optional;
import milodex.ledger.PromotionFact.StagePromoted;
import milodex.ledger.PromotionFact.StagePromoted.Waiver;
import milodex.promotion.Standing;

/// A strategy that stands where it does because a person answered for it.
///
/// @param grade of the evidence that did not suffice
/// @param isOver whether the time the override was given for has run out
public record Overridden(String stage, String grade, Waiver override, boolean isOver) {

  /// The override that `standing` rests on; empty if it rests on none.
  ///
  /// @param today a day of the exchange
  public static Optional<Overridden> of(Standing standing, LocalDate today) {
    return standing
        .promotion()
        .map(Standing.Promoted::fact)
        .flatMap(
            fact ->
                fact.override()
                    .map(override -> of(fact, override, standing.isOverrideOver(today))));
  }

  private static Overridden of(StagePromoted fact, Waiver override, boolean isOver) {
    return new Overridden(fact.to(), fact.grade(), override, isOver);
  }

  /// Who, why and until when, in one sentence.
  String says() {
    return "The strategy is at %s in spite of %s: %s answers for it until %s%s. Why: %s"
        .formatted(
            stage,
            grade,
            override.by(),
            override.until(),
            isOver ? ", which is over" : "",
            override.why());
  }
}
