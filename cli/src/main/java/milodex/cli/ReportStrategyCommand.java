package milodex.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.backtest.Artifacts;
import milodex.backtest.Runs;
import milodex.backtest.Vintage;
import milodex.ledger.Ledger;
import milodex.ledger.MemoryLedger;
import milodex.ledger.Semantics;
import milodex.market.Symbol;
import milodex.promotion.Manifest;
import milodex.promotion.Policy;
import milodex.promotion.PromotionLog;
import milodex.promotion.Standing;
import milodex.research.Holdout;
import milodex.research.KeptEvidence;
import milodex.strategy.StrategyId;
import milodex.yaml.Configuration;

/// Says everything that is known of one strategy, and how far it may be trusted.
final class ReportStrategyCommand implements Action {

  private StrategyId id = StrategyId.parse("a.b.c.d.v1");

  @Override
  public String name() {
    return "strategy";
  }

  @Override
  public Usage usage() {
    return Usage.of("Say what is known of a strategy, how far to trust it, and what happens next.")
        .word("ID", StrategyId.class, "The strategy.", it -> id = it);
  }

  @Override
  public Reply run(Invocation invocation) {
    Wiring wiring = new Wiring(invocation.workspace());
    Configuration configuration = KnownStrategies.load(wiring, id.toString());
    LocalDate today = Stages.today(invocation);
    Optional<? extends Ledger> kept = wiring.ledgerIfAny();
    if (kept.isEmpty()) {
      return known(wiring, configuration, new MemoryLedger(), today);
    }
    try (Ledger ledger = kept.get()) {
      return known(wiring, configuration, ledger, today)
          .ref("ledger_head", ledger.head().toString());
    }
  }

  private Reply known(Wiring wiring, Configuration configuration, Ledger ledger, LocalDate today) {
    Artifacts artifacts = wiring.artifacts();
    Runs runs = new Runs(ledger, artifacts);
    List<Runs.Run> own = runs.all().stream().filter(run -> run.strategy().equals(id)).toList();
    Optional<KeptEvidence> evidence =
        KeptEvidence.newest(ledger, artifacts, judged -> judged.strategy().equals(id));
    List<String> stale =
        evidence.map(one -> stale(one, configuration, runs, wiring)).orElse(List.of());
    Confidence confidence =
        evidence
            .map(one -> Confidence.of(one, stale))
            .orElseGet(
                () ->
                    Confidence.unasked(newest(own), PromotionCheckCommand.demands(configuration)));
    Optional<Manifest> frozen = new Freezing(ledger).newest(id);
    Standing standing = new PromotionLog(ledger).standing(id);
    Reply reply =
        new StrategyReport(
                id,
                standing,
                own,
                runs,
                evidence,
                stale,
                confidence,
                frozen.filter(configuration.manifest()::equals).isPresent())
            .reply(new Holdout(ledger));
    return StandingText.warn(reply, standing, today);
  }

  /// What the evidence rests on that is another thing by now.
  private static List<String> stale(
      KeptEvidence evidence, Configuration configuration, Runs runs, Wiring wiring) {
    List<String> stale = new ArrayList<>();
    if (!evidence.fact().manifest().equals(configuration.manifest().hash())) {
      stale.add("its files say something else now");
    }
    if (!evidence.fact().policy().equals(Policy.CURRENT.version())) {
      stale.add("the policy is another one now");
    }
    if (evidence
        .contents()
        .filter(tree -> tree.whole("vintage", "semantics") != Semantics.VERSION)
        .isPresent()) {
      stale.add("the engine computes something else now");
    }
    runs.find(evidence.fact().run().hash()).stream()
        .map(run -> Staleness.of(run, new Vintage(wiring.bars())))
        .filter(Staleness::isStale)
        .forEach(
            one ->
                stale.add(
                    "bars or corporate actions of %s were revised"
                        .formatted(
                            String.join(
                                ", ",
                                one.revised().orElseThrow().stream()
                                    .map(Symbol::ticker)
                                    .toList()))));
    return stale;
  }

  private static Optional<Runs.Run> newest(List<Runs.Run> own) {
    return own.stream()
        .filter(run -> run.completed().isPresent())
        .filter(run -> run.summary().filter(StrategyReport::isOutOfSample).isPresent())
        .reduce((_, later) -> later);
  }
}
