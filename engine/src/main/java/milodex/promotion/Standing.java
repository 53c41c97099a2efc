package milodex.promotion;

import java.time.LocalDate;
import java.util.Optional;
import milodex.ledger.ManifestHash;
import milodex.ledger.PromotionFact.StagePromoted;
import milodex.ledger.PromotionFact.StagePromoted.Waiver;

/// Where a strategy is, and what put it there.
///
/// @param promotion the promotion that holds; empty at `backtest` and `disabled`
/// @param steps how many steps were ever taken, up and down
public record Standing(Stage stage, Optional<Promoted> promotion, int steps) {

  /// Where every strategy begins, and where one that nobody has heard of is.
  public static final Standing BEGINNING = new Standing(Stage.BACKTEST, Optional.empty(), 0);

  /// A promotion and its place in the ledger.
  public record Promoted(long seq, StagePromoted fact) {}

  /// What may run at this stage.
  public Optional<ManifestHash> manifest() {
    return promotion.map(one -> one.fact().manifest());
  }

  /// SHA-256 of the evidence package it rests on.
  public Optional<String> evidence() {
    return promotion.flatMap(one -> one.fact().evidence());
  }

  /// Who answers for it in spite of its grade.
  public Optional<Waiver> override() {
    return promotion.flatMap(one -> one.fact().override());
  }

  /// Whether it rests on a proof of the life cycle, and on no evidence of skill.
  public boolean isLifecycleProof() {
    return promotion.filter(one -> one.fact().grade().equals(Promotion.LIFECYCLE)).isPresent();
  }

  /// Whether it rests on an override that holds no longer.
  public boolean isOverrideOver(LocalDate today) {
    return override().filter(waiver -> waiver.until().isBefore(today)).isPresent();
  }
}
