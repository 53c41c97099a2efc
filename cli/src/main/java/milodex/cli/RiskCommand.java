package milodex.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import milodex.ledger.Ledger;
import milodex.risk.RiskGate;
import milodex.risk.RiskPolicy;
import milodex.risk.SelfProof;
import milodex.risk.SelfProofLog;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// Shows what the risk gate leaves room for, and that it can say no.
final class RiskCommand implements Parent {

  @Override
  public String name() {
    return "risk";
  }

  @Override
  public Usage usage() {
    return Usage.of(
        "Show what every limit leaves, and prove that every check of the risk gate can veto.");
  }

  @Override
  public List<Command> commands() {
    return List.of(new RiskHeadroomCommand(), new RiskCommand.SelfTest());
  }

  /// Puts a wrong order before the gate for every reason it knows.
  static final class SelfTest implements Action {

    private boolean preview;

    @Override
    public String name() {
      return "selftest";
    }

    @Override
    public Usage usage() {
      return Usage.of(
              "Put one wrong order for each reason before the gate; every one must be refused. What"
                  + " that shows is recorded.")
          .flag("--preview", "Show what it shows and record nothing.", () -> preview = true);
    }

    @Override
    public Reply run(Invocation invocation) throws IOException {
      Wiring wiring = new Wiring(invocation.workspace());
      RiskPolicy policy = wiring.configs().riskPolicy();
      SelfProof proof = SelfProof.of(new RiskGate(policy));
      Reply reply = shown(proof);
      if (!proof.holds()) {
        reply.exit(ExitCode.INTEGRITY).errorCode("inert_check");
      }
      reply.data().flag("recorded", !preview);
      if (preview) {
        return reply.say(words(proof) + " Nothing was written.");
      }
      try (Ledger ledger = wiring.ledger()) {
        Instant now = invocation.environment().clock().instant();
        long seq = new SelfProofLog(ledger).record(proof, policy, now);
        return reply
            .ref("event", "" + seq)
            .ref("ledger_head", ledger.head().toString())
            .say("%s Recorded as event %d.".formatted(words(proof), seq));
      }
    }

    private static Reply shown(SelfProof proof) {
      Table table =
          Table.of(
              Column.number("#"),
              Column.text("Reason code"),
              Column.text("Veto"),
              Column.wrapping("What the check said"));
      proof
          .lines()
          .forEach(
              line ->
                  table.row(
                      Cell.of("" + line.row()),
                      Cell.of(line.code()),
                      Cell.of(line.proven() ? "yes" : "NO", Style.ofPass(line.proven())),
                      Cell.of(line.says())));
      Reply reply = Reply.of().block(table);
      reply
          .data()
          .flag("holds", proof.holds())
          .objects("checks", proof.lines().stream().map(SelfTest::data).toList());
      proof
          .baseline()
          .forEach(code -> reply.blocker(code, "an order in order was refused: " + code));
      return reply;
    }

    private static Data data(SelfProof.Line line) {
      return Data.of()
          .count("row", line.row())
          .text("check", line.check())
          .text("code", line.code())
          .flag("proven", line.proven())
          .text("says", line.says());
    }

    private static String words(SelfProof proof) {
      if (proof.holds()) {
        return "All " + proof.lines().size() + " reasons veto, and an order in order passes.";
      }
      int inert = proof.inert().size();
      return (inert == 0
              ? ""
              : FactLine.counted(inert, "reason does", "reasons do") + " not veto. ")
          + (proof.baseline().isEmpty() ? "" : "An order in order is refused. ")
          + "Nothing may trade.";
    }
  }
}
