package milodex.cli;

import java.util.List;
import milodex.risk.RiskGate;
import milodex.risk.SelfProof;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.Style;
import milodex.terminal.Table;
import picocli.CommandLine.Command;

/// Shows that the risk gate can say no.
@Command(
    name = "risk",
    description = "Prove that every check of the risk gate can veto.",
    subcommands = RiskCommand.SelfTest.class)
final class RiskCommand {

  /// Puts a wrong order before the gate for every reason it knows.
  @Command(
      name = "selftest",
      description =
          "Put one wrong order for each reason before the gate; every one must be refused.")
  static final class SelfTest implements Action {

    @Override
    public Reply run(Invocation invocation) {
      SelfProof proof =
          SelfProof.of(new RiskGate(new Wiring(invocation.workspace()).configs().riskPolicy()));
      Table table =
          Table.of(
              Column.number("#"),
              Column.text("Reason code"),
              Column.text("Veto"),
              Column.wrapping("What the check said"));
      List<Data> rows =
          proof.lines().stream()
              .map(
                  line -> {
                    table.row(
                        Cell.of("" + line.row()),
                        Cell.of(line.code()),
                        Cell.of(line.proven() ? "yes" : "NO", Style.ofPass(line.proven())),
                        Cell.of(line.says()));
                    return Data.of()
                        .count("row", line.row())
                        .text("check", line.check())
                        .text("code", line.code())
                        .flag("proven", line.proven())
                        .text("says", line.says());
                  })
              .toList();
      Reply reply = Reply.of().block(table);
      reply.data().flag("holds", proof.holds()).objects("checks", rows);
      proof.baseline().forEach(code -> reply.blocker(code, "an order in order was refused"));
      if (!proof.holds()) {
        reply.exit(ExitCode.INTEGRITY).errorCode("inert_check");
      }
      return reply.say(
          proof.holds()
              ? "All " + rows.size() + " reasons veto, and an order in order passes."
              : proof.inert().size() + " reasons do not veto. Nothing may trade.");
    }
  }
}
