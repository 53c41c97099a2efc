package milodex.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.backtest.RunSummary;
import milodex.backtest.Runs;
import milodex.market.NewYork;
import milodex.promotion.Grade;
import milodex.promotion.Judgement;
import milodex.promotion.Standing;
import milodex.research.Holdout;
import milodex.research.KeptEvidence;
import milodex.statistics.Figure;
import milodex.strategy.StrategyId;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// What is known of a strategy, for people and programs.
///
/// @param standing where the log of promotions says it is
/// @param own its runs, in the order of their trials
/// @param runs of the workspace
/// @param evidence the newest judgement, if the gate was asked
/// @param stale what the evidence rests on that is another thing by now
/// @param isFrozen whether its files are those of its newest frozen manifest
record StrategyReport(
    StrategyId id,
    Standing standing,
    List<Runs.Run> own,
    Runs runs,
    Optional<KeptEvidence> evidence,
    List<String> stale,
    Confidence confidence,
    boolean isFrozen) {

  private static final String EXPIRES =
      "when a bar or corporate action it read is revised, its files or costs change, or the engine"
          + " or the policy is another one";

  static boolean isOutOfSample(RunSummary summary) {
    return summary.isInvalid() || summary.flag("walk_forward");
  }

  Reply reply(Holdout holdout) {
    Reply reply =
        Reply.of()
            .strategy(id.toString())
            .stage(standing.stage().word())
            .broker("SIMULATED")
            .summary("%s: %s.".formatted(id, confidence));
    reply.block(Block.paragraph(id + ", stage " + StandingText.of(standing), Style.STRONG));
    reply.block(
        KeyValues.of()
            .with("Confidence", Cell.of(confidence.toString(), style()))
            .with("Next", next())
            .with(
                "Manifest", isFrozen ? "frozen as its files are" : "not frozen as its files are"));
    reply
        .data()
        .text("stage", standing.stage().word())
        .object("standing", StandingText.data(standing))
        .object(
            "confidence",
            Data.of().text("words", confidence.words()).text("reason", confidence.reason()))
        .text("next", next())
        .flag("frozen", isFrozen);
    runs(reply);
    gate(reply);
    reply.block(Block.paragraph(HoldoutBlock.says(holdout)));
    reply.data().object("holdout", HoldoutBlock.data(holdout));
    return reply;
  }

  private void runs(Reply reply) {
    Table table =
        Table.of(
            Column.number("Trial"),
            Column.text("Run"),
            Column.number("Sharpe"),
            Column.text("95 %"),
            Column.wrapping("Result"));
    List<Data> rows = new ArrayList<>();
    for (Runs.Run run : own) {
      RunNumbers numbers = RunNumbers.of(run);
      Figure sharpe = numbers.metric("sharpe");
      SharpeRange range = numbers.range();
      String label =
          run.summary()
              .map(summary -> summary.label(runs.lookOfFamily(run)))
              .orElseGet(numbers::kind);
      table.row(
          Cell.of("" + run.trial()),
          Cell.of(run.id().brief()),
          Figures.sharpe(sharpe),
          Cell.of(range.text()),
          Cell.of(label));
      rows.add(
          TrialData.of(run, numbers.kind())
              .text("label", label)
              .figure("sharpe", sharpe)
              .figure("sharpe_low", range.low())
              .figure("sharpe_high", range.high()));
    }
    reply.data().count("trials", runs.trials()).objects("runs", rows);
    reply.block(
        own.isEmpty()
            ? Block.paragraph("It was never run.")
            : Block.section(
                "Runs, of " + FactLine.counted(runs.trials(), "trial", "trials") + " here", table));
  }

  private void gate(Reply reply) {
    if (evidence.isEmpty()) {
      reply.data().absent("evidence");
      reply.block(Block.paragraph("The gate was not asked yet."));
      return;
    }
    KeptEvidence kept = evidence.get();
    Grade grade = Grade.valueOf(kept.fact().grade());
    KeyValues lines =
        KeyValues.of()
            .with("Grade", Cell.of(grade + ": " + GateTable.says(grade), GateTable.style(grade)))
            .with("Asked", NewYork.day(kept.at()) + ", policy " + kept.fact().policy())
            .with("Run", kept.fact().run().brief())
            .with("Evidence", kept.fact().evidence())
            .with("Stale", stale.isEmpty() ? EXPIRES : "now: " + String.join("; ", stale));
    Data data =
        Data.of()
            .text("grade", grade.name())
            .text("policy", kept.fact().policy())
            .text("at", kept.at().toString())
            .text("run", kept.fact().run().hash())
            .text("package", kept.fact().evidence())
            .flag("is_stale", !stale.isEmpty())
            .texts("stale", stale)
            .text("stale_when", EXPIRES);
    Optional<Judgement> judgement = kept.judgement();
    if (judgement.isEmpty()) {
      reply.warn("evidence_lost", "the evidence package is gone or damaged");
    }
    judgement.ifPresent(
        found ->
            data.texts("reasons", GateTable.reasons(found))
                .objects("requirements", GateTable.data(found)));
    reply.data().object("evidence", data);
    reply.block(Block.section("The gate", lines));
    judgement.ifPresent(found -> reply.block(GateTable.of(found)));
  }

  private Style style() {
    return switch (confidence.words()) {
      case "hard to explain by luck" -> Style.GOOD;
      case "low confidence", "review required" -> Style.BAD;
      default -> Style.FAIR;
    };
  }

  /// What a person does next.
  private String next() {
    if (own.isEmpty()) {
      return "run it: `milodex backtest " + id + " --walk-forward`";
    }
    if (standing.isLifecycleProof() && isFrozen) {
      return "nothing: it proves the life cycle and claims no edge";
    }
    if (evidence.isEmpty() || !stale.isEmpty()) {
      return (isFrozen ? "" : "freeze it: `milodex promotion freeze " + id + "`, then ")
          + "ask the gate: `milodex promotion check "
          + id
          + "`";
    }
    return switch (Grade.valueOf(evidence.get().fact().grade())) {
      case INVALID -> "mend the rule, so that its proofs hold; no number of it can be believed";
      case INSUFFICIENT -> "get what is missing, then ask the gate again";
      case REJECT -> "nothing; a changed rule is another trial, and counts";
      case CONDITIONAL, PASS -> "a person decides whether it is worth paper trading";
    };
  }
}
