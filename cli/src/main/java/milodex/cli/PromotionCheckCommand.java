package milodex.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import milodex.promotion.Grade;
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
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.KeyValues;
import milodex.terminal.Progress;
import milodex.yaml.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes the evidence of a frozen strategy, and asks the gate.
@Command(
    name = "check",
    description = {
      "Run the evidence of a frozen strategy and ask the gate; the answer is recorded.",
      "The evidence run walks forward over all bars up to the seal, at the configured costs and"
          + " limits, fully proved. It counts as a trial like any other."
    })
final class PromotionCheckCommand implements Action {

  @Parameters(paramLabel = "ID", description = "The strategy.")
  private StrategyId id = StrategyId.parse("a.b.c.d.v1");

  @Option(names = "--preview", description = "Say what would be run; run and write nothing.")
  private boolean preview;

  @Override
  public Reply run(Invocation invocation) throws Exception {
    Wiring wiring = new Wiring(invocation.workspace());
    Instant now = invocation.environment().clock().instant();
    Configuration configuration = wiring.configs().load(id.toString());
    Manifest manifest = frozen(wiring, configuration, "The gate was not asked.");
    StoredBars store = wiring.evidenceBars(now);
    BacktestPlan plan = plan(configuration, store);
    Preparer preparer = new Preparer(store);
    Preparation.Ready ready = BacktestCommand.ready(preparer.prepare(plan));
    if (preview) {
      return preview(manifest, ready);
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
      return reply(evidence, run, runs, Discoveries.of(new Judged(ledger), wiring.artifacts()))
          .ref("ledger_head", ledger.head().toString());
    }
  }

  /// The frozen manifest; throws [Failure] if there is none, or the files say something else now.
  ///
  /// @param failed what was not done then, in a sentence
  static Manifest frozen(Wiring wiring, Configuration configuration, String failed) {
    StrategyId id = configuration.strategy().id();
    Manifest now = configuration.manifest();
    Manifest frozen =
        wiring
            .ledgerIfAny()
            .flatMap(
                ledger -> {
                  try (ledger) {
                    return new Freezing(ledger).newest(id);
                  }
                })
            .orElseThrow(
                () ->
                    new Failure(
                        ExitCode.REFUSED,
                        "no_frozen_manifest",
                        failed,
                        "No manifest is frozen for " + id + ".",
                        "Nothing was run and no trial was counted.",
                        "Freeze one with `milodex promotion freeze " + id + "`."));
    if (!frozen.equals(now)) {
      throw new Failure(
          ExitCode.REFUSED,
          "manifest_drift",
          failed,
          "The files of " + id + " differ from the frozen manifest.",
          "Nothing was run and no trial was counted.",
          "See `milodex promotion manifest " + id + "`; freeze again, or put the files back.");
    }
    return frozen;
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
        configuration,
        new Plans.Wishes(
            Optional.empty(),
            Optional.empty(),
            true,
            Optional.of(windows),
            Plans.EQUITY,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty()),
        store);
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

  private Reply preview(Manifest manifest, Preparation.Ready ready) {
    Reply reply =
        Reply.of()
            .strategy(id.toString())
            .ref("manifest", manifest.hash().hash())
            .ref("run", ready.inputs().id().hash());
    reply
        .data()
        .flag("judged", false)
        .text("from", ready.inputs().from().toString())
        .text("to", ready.inputs().to().toString())
        .count("windows", ready.plan().windows())
        .count("neighbours", Neighbours.of(ready.plan().strategy()).size());
    return reply.say(
        "Would run %s over %s to %s in %d windows, fully proved, and %d neighbours, and ask the gate; nothing was run or written."
            .formatted(
                id,
                ready.inputs().from(),
                ready.inputs().to(),
                ready.plan().windows(),
                Neighbours.of(ready.plan().strategy()).size()));
  }

  private Reply reply(
      Candidacy evidence, Runs.Run run, Runs runs, List<Discoveries.Discovery> discoveries) {
    Grade grade = evidence.judgement().grade();
    Reply reply =
        Reply.of()
            .strategy(id.toString())
            .broker("SIMULATED")
            .ref("run", run.id().hash())
            .ref("evidence", evidence.contents().hash())
            .summary("%s: %s".formatted(grade, GateTable.says(grade)));
    reply
        .data()
        .flag("judged", true)
        .text("grade", grade.name())
        .text("policy", evidence.judgement().policy())
        .texts("reasons", GateTable.reasons(evidence.judgement()))
        .objects("requirements", GateTable.data(evidence.judgement()))
        .object("luck", new EvidenceBlock(evidence, discoveries).data())
        .count("trial", run.trial())
        .count("trials", runs.trials());
    if (grade.compareTo(Grade.CONDITIONAL) < 0) {
      reply.exit(ExitCode.REFUSED).errorCode("gate_" + grade.name().toLowerCase(Locale.ROOT));
      GateTable.reasons(evidence.judgement()).forEach(reason -> reply.blocker("gate", reason));
    }
    return reply
        .block(Block.paragraph("%s %s".formatted(id, "before the gate, SIMULATED")))
        .block(
            KeyValues.of()
                .with(
                    "Grade", Cell.of(grade + ": " + GateTable.says(grade), GateTable.style(grade)))
                .with("Because", String.join("; ", GateTable.reasons(evidence.judgement())))
                .with(
                    "Run",
                    "%s, trial %d of %d".formatted(run.id().brief(), run.trial(), runs.trials()))
                .with("Evidence", evidence.contents().hash()))
        .block(
            Block.section(
                "The gate, policy " + evidence.judgement().policy(),
                GateTable.of(evidence.judgement())))
        .block(Block.section("Luck", new EvidenceBlock(evidence, discoveries).block()));
  }
}
