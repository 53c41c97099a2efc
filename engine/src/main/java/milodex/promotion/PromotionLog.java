package milodex.promotion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import milodex.ledger.Draft;
import milodex.ledger.DuplicateKeyException;
import milodex.ledger.Event;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.ledger.ManifestHash;
import milodex.ledger.PromotionFact;
import milodex.ledger.PromotionFact.EvidenceJudged;
import milodex.ledger.PromotionFact.StageDemoted;
import milodex.ledger.PromotionFact.StagePromoted;
import milodex.ledger.RunId;
import milodex.strategy.StrategyId;

/// The only authority on stages: a fold of the ledger. The only writer of steps, too.
///
/// The newest of anything is the one with the highest seq.
public final class PromotionLog {

  /// The facts it is made of.
  public static final Set<FactType> KINDS =
      Set.of(FactType.EVIDENCE_JUDGED, FactType.STAGE_PROMOTED, FactType.STAGE_DEMOTED);

  private final Ledger ledger;
  private final Map<StrategyId, Standing> standings = new HashMap<>();
  private final List<Event> events = new ArrayList<>();
  private long seen;

  /// Reads what `ledger` holds.
  public PromotionLog(Ledger ledger) {
    this.ledger = ledger;
    catchUp();
  }

  /// Where `strategy` is; at `backtest` if nobody has heard of it.
  public Standing standing(StrategyId strategy) {
    return standings.getOrDefault(strategy, Standing.BEGINNING);
  }

  /// All strategies that are at `stage` now, in the order of their names; at `backtest` only those
  /// that were brought back to it.
  public List<StrategyId> at(Stage stage) {
    return standings.keySet().stream()
        .filter(id -> standing(id).stage() == stage)
        .sorted()
        .toList();
  }

  /// Every judgement and every step of all strategies, in order.
  public List<Event> history() {
    return List.copyOf(events);
  }

  /// Every judgement and every step of `strategy`, in order.
  public List<Event> history(StrategyId strategy) {
    return events.stream()
        .filter(
            event -> event.fact() instanceof PromotionFact fact && fact.strategy().equals(strategy))
        .toList();
  }

  /// The newest evidence that was judged of exactly this manifest.
  ///
  /// @param run the run it has to rest on; empty: any
  public Optional<EvidenceJudged> evidence(
      StrategyId strategy, ManifestHash manifest, Optional<RunId> run) {
    return events.stream()
        .map(Event::fact)
        .filter(EvidenceJudged.class::isInstance)
        .map(EvidenceJudged.class::cast)
        .filter(judged -> judged.strategy().equals(strategy) && judged.manifest().equals(manifest))
        .filter(judged -> run.isEmpty() || run.get().equals(judged.run()))
        .reduce((_, later) -> later);
  }

  /// Takes a step in one append, unless another was taken since it was decided.
  ///
  /// @return its seq; empty if somebody was faster, in which case nothing was written and what they
  ///     did has been read
  public OptionalLong take(Step.Taken step, Instant at) {
    String key = "stage/%s/%d".formatted(step.fact().strategy(), step.number());
    try {
      long seq = ledger.append(at, Draft.of(key, step.fact()));
      catchUp();
      return OptionalLong.of(seq);
    } catch (DuplicateKeyException e) {
      catchUp();
      return OptionalLong.empty();
    }
  }

  private void catchUp() {
    ledger.replay(seen, KINDS, this::fold);
  }

  private void fold(Event event) {
    seen = event.seq();
    if (!(event.fact() instanceof PromotionFact fact)) {
      return;
    }
    events.add(event);
    int steps = standing(fact.strategy()).steps();
    switch (fact) {
      case EvidenceJudged _ -> {}
      case StagePromoted up ->
          standings.put(
              up.strategy(),
              new Standing(
                  Stage.of(up.to()),
                  Optional.of(new Standing.Promoted(event.seq(), up)),
                  steps + 1));
      case StageDemoted down ->
          standings.put(
              down.strategy(), new Standing(Stage.of(down.to()), Optional.empty(), steps + 1));
    }
  }
}
