package milodex.cli;

import java.time.Instant;
import java.util.Optional;
import milodex.analytics.ReturnStreams;
import milodex.backtest.BacktestPlan;
import milodex.backtest.Preparation;
import milodex.backtest.Preparer;
import milodex.backtest.Proofs;
import milodex.backtest.Runs;
import milodex.data.Settlement;
import milodex.data.StoredBars;
import milodex.ledger.Ledger;
import milodex.ledger.PromotionFact.EvidenceJudged;
import milodex.market.NewYork;
import milodex.promotion.Grade;
import milodex.promotion.Manifest;
import milodex.promotion.Policy;
import milodex.promotion.Requirement;
import milodex.research.Candidacy;
import milodex.research.Holdout;
import milodex.research.HoldoutRun;
import milodex.research.Judged;
import milodex.research.TrialStreams;
import milodex.strategy.StrategyId;
import milodex.terminal.KeyValues;
import milodex.yaml.Configuration;

/// Opens the sealed period, once and for everybody, and runs one frozen strategy on it.
final class ResearchHoldoutOpenCommand implements Action {

  private StrategyId id = StrategyId.parse("a.b.c.d.v1");
  private String reason = "";
  private boolean preview;

  @Override
  public String name() {
    return "open";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Open the sealed period for one frozen strategy, and run it there once.",
            "This cannot be taken back: after it, nothing is left that no search has seen. It is the last"
                + " step before a pass, it needs evidence that is conditional or better, and it can only"
                + " veto.")
        .word("ID", StrategyId.class, "The strategy.", it -> id = it)
        .required(
            "--reason",
            "TEXT",
            String.class,
            "Why now, and why this one; kept for good.",
            it -> reason = it)
        .flag("--preview", "Say what would be done and write nothing.", () -> preview = true);
  }

  @Override
  public Reply run(Invocation invocation) throws Exception {
    Wiring wiring = new Wiring(invocation.workspace());
    Instant now = invocation.environment().clock().instant();
    Configuration configuration = KnownStrategies.load(wiring, id.toString());
    Manifest manifest = Freezing.required(wiring, configuration, "The holdout was not opened.");
    StoredBars store = wiring.bars().until(Settlement.newestFinal(now));
    try (Ledger ledger = preview ? wiring.ledgerToRead() : wiring.ledger()) {
      Holdout holdout = new Holdout(ledger);
      Runs runs = new Runs(ledger, wiring.artifacts());
      Holdout.Seal seal = seal(holdout);
      EvidenceJudged judged = judged(new Judged(ledger), manifest);
      requireUnspent(holdout, runs, manifest);
      Preparation.Ready ready =
          BacktestCommand.ready(new Preparer(store).prepare(plan(configuration, seal, store)));
      if (preview) {
        return reply(manifest)
            .say(
                "Would open %s to %s for %s, for good and for everybody, and run it there once; nothing was written."
                    .formatted(seal.from(), seal.to(), id));
      }
      if (holdout.opening().isEmpty()) {
        holdout.open(id, manifest.hash(), reason, now);
        requireUnspent(holdout, runs, manifest);
      }
      Runs.Run run =
          BacktestCommand.run(
              invocation,
              ready,
              runs,
              configuration,
              Proofs.Depth.FULL,
              "the holdout: " + reason,
              _ -> {});
      return result(wiring, holdout, runs, manifest, judged, run)
          .ref("ledger_head", ledger.head().toString());
    }
  }

  private Reply result(
      Wiring wiring,
      Holdout holdout,
      Runs runs,
      Manifest manifest,
      EvidenceJudged judged,
      Runs.Run run) {
    Optional<ReturnStreams> expected =
        runs.find(judged.run().hash()).stream()
            .findFirst()
            .flatMap(evidence -> TrialStreams.read(evidence, wiring.artifacts()));
    Requirement requirement =
        expected
            .map(
                streams ->
                    HoldoutRun.of(
                        holdout,
                        runs,
                        manifest,
                        streams,
                        wiring.artifacts(),
                        Policy.CURRENT,
                        Candidacy.seed(run)))
            .map(found -> found.requirement(Policy.CURRENT))
            .orElseThrow(
                () ->
                    new Failure(
                        ExitCode.UNAVAILABLE,
                        "streams_lost",
                        "The holdout was opened and run, and cannot be compared.",
                        "The returns of the evidence run " + judged.run().brief() + " are gone.",
                        "The opening and the run are recorded.",
                        "Ask the gate again with `milodex promotion check " + id + "`."));
    Reply reply =
        reply(manifest)
            .ref("run", run.id().hash())
            .block(
                KeyValues.of()
                    .with("Opened for", id.toString())
                    .with("Return", requirement.actual())
                    .with("Required", requirement.required())
                    .with("Run", run.id().brief()));
    reply
        .data()
        .text("return", requirement.actual())
        .text("required", requirement.required())
        .flag("stood", requirement.status() instanceof Requirement.Status.Pass);
    return reply.say(
        requirement.status() instanceof Requirement.Status.Pass
            ? "The holdout did not veto it. Ask the gate again with `milodex promotion check %s`."
                .formatted(id)
            : "The holdout vetoes it: the gate will reject this manifest.");
  }

  private Reply reply(Manifest manifest) {
    return Reply.of().strategy(id.toString()).ref("manifest", manifest.hash().hash());
  }

  private static BacktestPlan plan(
      Configuration configuration, Holdout.Seal seal, StoredBars store) {
    return Plans.of(
        configuration, Plans.Wishes.configured().between(seal.from(), seal.to()), store);
  }

  private static Holdout.Seal seal(Holdout holdout) {
    return holdout
        .seal()
        .orElseThrow(
            () ->
                refused(
                    "nothing_sealed",
                    "No period is sealed.",
                    "The first hypothesis seals one: `milodex experiment create`."));
  }

  private EvidenceJudged judged(Judged judged, Manifest manifest) {
    EvidenceJudged newest =
        judged
            .newest(manifest.hash())
            .orElseThrow(
                () ->
                    refused(
                        "no_evidence",
                        "The gate was never asked about this manifest.",
                        "Ask it with `milodex promotion check " + id + "`."))
            .judged();
    if (Grade.valueOf(newest.grade()).compareTo(Grade.CONDITIONAL) < 0) {
      throw refused(
          "evidence_grade",
          "Its evidence is " + newest.grade() + ": there is nothing to confirm.",
          "See `milodex promotion evidence "
              + id
              + "`; the holdout stays sealed for a better one.");
    }
    return newest;
  }

  /// One that was opened for this manifest and not run to its end may be run.
  private void requireUnspent(Holdout holdout, Runs runs, Manifest manifest) {
    holdout
        .opening()
        .filter(
            opening ->
                !opening.manifest().equals(manifest.hash())
                    || HoldoutRun.find(holdout, runs, manifest).isPresent())
        .ifPresent(
            opening -> {
              throw refused(
                  "holdout_spent",
                  "It was opened for %s at %s."
                      .formatted(opening.strategy(), NewYork.minute(opening.at())),
                  "It is no holdout any more, for anybody; see `milodex research holdout`.");
            });
  }

  private static Failure refused(String code, String why, String next) {
    return new Failure(
        ExitCode.REFUSED,
        code,
        "The holdout was not opened.",
        why,
        "Nothing was run and nothing was written.",
        next);
  }
}
