package milodex.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.backtest.Artifacts;
import milodex.backtest.Backtest;
import milodex.backtest.BacktestPlan;
import milodex.backtest.Preparation;
import milodex.backtest.Preparer;
import milodex.backtest.Proofs;
import milodex.backtest.RunResult;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.data.StoredBars;
import milodex.ledger.Draft;
import milodex.ledger.Ledger;
import milodex.ledger.PromotionFact;
import milodex.promotion.Demands;
import milodex.promotion.Manifest;
import milodex.promotion.Policy;
import milodex.research.Candidacy;
import milodex.research.Discoveries;
import milodex.research.EvidenceConditions;
import milodex.research.Holdout;
import milodex.research.HoldoutRun;
import milodex.research.Judged;
import milodex.research.Neighbours;
import milodex.research.Sensitivity;
import milodex.statistics.Figure;
import milodex.strategy.StrategyId;
import milodex.terminal.Progress;
import milodex.yaml.Configuration;

/// Makes the evidence of a frozen strategy, and asks the gate.
final class PromotionCheckCommand implements Action {

  private StrategyId id = StrategyId.parse("a.b.c.d.v1");
  private boolean preview;

  @Override
  public String name() {
    return "check";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Run the evidence of a frozen strategy and ask the gate; the answer is recorded.",
            "The evidence run walks forward over all bars up to the seal, at the configured costs and"
                + " limits, fully proved. It counts as a trial like any other.")
        .word("ID", StrategyId.class, "The strategy.", it -> id = it)
        .flag("--preview", "Say what would be run; run and write nothing.", () -> preview = true);
  }

  @Override
  public Reply run(Invocation invocation) throws Exception {
    Wiring wiring = new Wiring(invocation.workspace());
    Instant now = invocation.environment().clock().instant();
    Configuration configuration = KnownStrategies.load(wiring, id.toString());
    Manifest manifest = Freezing.required(wiring, configuration, "The gate was not asked.");
    StoredBars store = wiring.evidenceBars(now);
    BacktestPlan plan = plan(configuration, store);
    Preparer preparer = new Preparer(store);
    Preparation.Ready ready = BacktestCommand.ready(preparer.prepare(plan));
    if (preview) {
      return CheckReport.preview(manifest, ready);
    }
    try (Ledger ledger = wiring.ledger()) {
      Runs runs = new Runs(ledger, wiring.artifacts());
      RunResult[] kept = new RunResult[1];
      Runs.Run run =
          BacktestCommand.run(
              invocation,
              ready,
              runs,
              configuration,
              Proofs.Depth.FULL,
              "evidence for a promotion",
              result -> kept[0] = result);
      RunResult result = kept[0];
      if (!result.proofs().hold()) {
        return RunReport.of(runs, run);
      }
      EvidenceConditions conditions =
          new EvidenceConditions(
              result,
              configuration.strategy().hypothesis().orElse(""),
              sensitivity(invocation, preparer, plan, result),
              HoldoutRun.of(
                  new Holdout(ledger),
                  runs,
                  manifest,
                  result.streams(),
                  wiring.artifacts(),
                  Policy.CURRENT,
                  Candidacy.seed(run)));
      Candidacy evidence =
          Candidacy.of(
              manifest,
              runs,
              run,
              result,
              demands(configuration),
              conditions,
              wiring.artifacts(),
              Policy.CURRENT);
      record(ledger, wiring.artifacts(), manifest, run, evidence, now);
      return new CheckReport(
              evidence, run, runs.trials(), Discoveries.of(new Judged(ledger), wiring.artifacts()))
          .reply()
          .ref("ledger_head", ledger.head().toString());
    }
  }

  /// Keeps the package, then the fact that names it.
  private static void record(
      Ledger ledger,
      Artifacts artifacts,
      Manifest manifest,
      Runs.Run run,
      Candidacy evidence,
      Instant at) {
    artifacts.store(out -> out.write(evidence.contents().text().getBytes(StandardCharsets.UTF_8)));
    ledger.append(
        at,
        Draft.because(
            run.registered(),
            "evidence/" + run.id() + "/" + run.looks(),
            new PromotionFact.EvidenceJudged(
                manifest.strategy(),
                manifest.hash(),
                run.id(),
                evidence.judgement().grade().name(),
                evidence.judgement().policy(),
                evidence.contents().hash())));
  }

  private static BacktestPlan plan(Configuration configuration, StoredBars store) {
    int windows =
        Math.max(
            Policy.CURRENT.windows(), configuration.strategy().backtest().walkForwardWindows());
    return Plans.of(
        configuration, Plans.Wishes.configured().walkingForward(Optional.of(windows)), store);
  }

  static Demands demands(Configuration configuration) {
    return new Demands(
        configuration.strategy().backtest().minTrades(),
        configuration.strategy().template().isLowCadence());
  }

  /// Runs the neighbours; they are no trials until somebody runs or promotes one.
  private static Sensitivity sensitivity(
      Invocation invocation, Preparer preparer, BacktestPlan plan, RunResult result) {
    List<Neighbours.Neighbour> neighbours = Neighbours.of(plan.strategy());
    List<Sensitivity.Cell> cells = new ArrayList<>();
    try (Progress progress =
        invocation.console().progress("Neighbours", Math.max(1, neighbours.size()))) {
      for (Neighbours.Neighbour one : neighbours) {
        cells.add(
            new Sensitivity.Cell(
                one.parameter(), one.from(), one.to(), sharpe(preparer, plan.of(one.strategy()))));
        progress.advance(1);
      }
    }
    return new Sensitivity(result.metrics().sharpe(), cells);
  }

  private static Figure sharpe(Preparer preparer, BacktestPlan plan) {
    return switch (preparer.prepare(plan)) {
      case Preparation.Ready ready ->
          RunSummary.parse(Backtest.cell(ready).summary()).figure("metrics", "sharpe");
      case Preparation.Refused refused -> Figure.undefined(refused.says());
    };
  }
}
