package milodex.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import milodex.backtest.RunSummary;
import milodex.ledger.Ledger;
import milodex.ledger.PromotionFact.EvidenceJudged;
import milodex.ledger.Sha256;
import milodex.market.NewYork;
import milodex.promotion.Policy;
import milodex.research.Judged;
import milodex.research.KeptEvidence;
import milodex.strategy.StrategyId;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.KeyValues;
import milodex.terminal.Table;

/// Shows the newest evidence package of a strategy.
final class PromotionEvidenceCommand implements Action {

  private StrategyId id = StrategyId.parse("a.b.c.d.v1");

  @Override
  public String name() {
    return "evidence";
  }

  @Override
  public Usage usage() {
    return Usage.of(
            "Show the newest evidence of a strategy: what the gate was told, and what it said.")
        .word("ID", StrategyId.class, "The strategy.", it -> id = it);
  }

  @Override
  public Reply run(Invocation invocation) throws IOException {
    Wiring wiring = new Wiring(invocation.workspace());
    try (Ledger ledger = wiring.ledgerToRead()) {
      Judged.Answer answer =
          new Judged(ledger)
              .newest(id)
              .orElseThrow(
                  () ->
                      new Failure(
                          ExitCode.REFUSED,
                          "no_evidence",
                          "There is no evidence of " + id + ".",
                          "The gate was never asked about it.",
                          "Nothing was done.",
                          "Ask it with `milodex promotion check " + id + "`."));
      return reply(wiring, answer).ref("ledger_head", ledger.head().toString());
    }
  }

  private static Reply reply(Wiring wiring, Judged.Answer answer) throws IOException {
    EvidenceJudged judged = answer.judged();
    RunSummary contents = RunSummary.parse(text(wiring, judged.evidence()));
    Table table =
        Table.of(
            Column.text("Requirement"),
            Column.text("Answer"),
            Column.wrapping("Required"),
            Column.wrapping("Actual"));
    for (RunSummary one : contents.at("requirements").items()) {
      table.row(one.text("title"), one.text("status"), one.text("required"), one.text("actual"));
    }
    Reply reply =
        Reply.of()
            .strategy(judged.strategy().toString())
            .ref("manifest", judged.manifest().hash())
            .ref("run", judged.run().hash())
            .ref("evidence", judged.evidence())
            .summary("%s by policy %s".formatted(judged.grade(), judged.policy()))
            .block(
                KeyValues.of()
                    .with("Grade", judged.grade() + ", policy " + judged.policy())
                    .with("Judged", NewYork.minute(answer.event().at()))
                    .with("Manifest", judged.manifest().hash())
                    .with("Run", judged.run().brief())
                    .with("Package", judged.evidence()))
            .block(Block.section("What the gate asked", table));
    if (!judged.policy().equals(Policy.CURRENT.version())) {
      reply.warn(
          "evidence_stale",
          "it was judged by policy %s; policy %s is in force"
              .formatted(judged.policy(), Policy.CURRENT.version()));
    }
    reply
        .data()
        .text("grade", judged.grade())
        .text("policy", judged.policy())
        .object("package", SummaryData.of(contents.tree()));
    new KeptEvidence(judged, answer.event().at(), Optional.of(contents))
        .context()
        .ifPresent(context -> ContextBlocks.tell(reply, context));
    return reply;
  }

  /// The package; throws [Failure] if it is gone or damaged.
  static String text(Wiring wiring, String hash) throws IOException {
    InputStream in =
        wiring
            .artifacts()
            .open(hash)
            .orElseThrow(() -> lost(hash, "data/artifacts holds no file of this name."));
    try (in) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (!Sha256.of(text).equals(hash)) {
        throw lost(hash, "Its file holds something else.");
      }
      return text;
    }
  }

  private static Failure lost(String hash, String why) {
    return new Failure(
        ExitCode.UNAVAILABLE,
        "evidence_lost",
        "The evidence " + hash + " cannot be read.",
        why,
        "Nothing was done.",
        "Ask the gate again with `milodex promotion check`, or restore the file from a backup.");
  }
}
