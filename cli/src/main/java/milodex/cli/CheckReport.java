package milodex.cli;

import java.util.List;
import java.util.Locale;
import milodex.backtest.Preparation;
import milodex.backtest.Runs;
import milodex.promotion.Grade;
import milodex.promotion.Manifest;
import milodex.research.Candidacy;
import milodex.research.Discoveries;
import milodex.research.Neighbours;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.KeyValues;

/// What the gate said of a candidate, for people and programs.
///
/// @param run the evidence run
/// @param trials all of the workspace
/// @param discoveries every candidate so far, this one among them
record CheckReport(
    Candidacy evidence, Runs.Run run, int trials, List<Discoveries.Discovery> discoveries) {

  /// What would be run, with nothing of it done.
  static Reply preview(Manifest manifest, Preparation.Ready ready) {
    int neighbours = Neighbours.of(ready.plan().strategy()).size();
    Reply reply =
        Reply.of()
            .strategy(manifest.strategy().toString())
            .ref("manifest", manifest.hash().hash())
            .ref("run", ready.inputs().id().hash());
    reply
        .data()
        .flag("judged", false)
        .text("from", ready.inputs().from().toString())
        .text("to", ready.inputs().to().toString())
        .count("windows", ready.plan().windows())
        .count("neighbours", neighbours);
    return reply.say(
        "Would run %s over %s to %s in %d windows, fully proved, and %d neighbours, and ask the gate; nothing was run or written."
            .formatted(
                manifest.strategy(),
                ready.inputs().from(),
                ready.inputs().to(),
                ready.plan().windows(),
                neighbours));
  }

  Reply reply() {
    Grade grade = evidence.judgement().grade();
    Reply reply =
        Reply.of()
            .strategy(run.strategy().toString())
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
        .object("overfitting", EvidenceBlock.data(evidence.overfitting()))
        .count("trial", run.trial())
        .count("trials", trials);
    if (grade.compareTo(Grade.CONDITIONAL) < 0) {
      reply.exit(ExitCode.REFUSED).errorCode("gate_" + grade.name().toLowerCase(Locale.ROOT));
      GateTable.reasons(evidence.judgement()).forEach(reason -> reply.blocker("gate", reason));
    }
    reply
        .block(Block.paragraph(run.strategy() + " before the gate, SIMULATED"))
        .block(
            KeyValues.of()
                .with(
                    "Grade", Cell.of(grade + ": " + GateTable.says(grade), GateTable.style(grade)))
                .with("Because", String.join("; ", GateTable.reasons(evidence.judgement())))
                .with("Run", "%s, trial %d of %d".formatted(run.id().brief(), run.trial(), trials))
                .with("Evidence", evidence.contents().hash()))
        .block(
            Block.section(
                "The gate, policy " + evidence.judgement().policy(),
                GateTable.of(evidence.judgement())))
        .block(Block.section("Luck", new EvidenceBlock(evidence, discoveries).block()));
    return ContextBlocks.tell(reply, evidence.context());
  }
}
