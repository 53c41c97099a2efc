package milodex.cli;

import milodex.ledger.Fact;
import milodex.ledger.Finding;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.Column;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;
import milodex.terminal.Table;

/// A verdict: what was proposed, what came of it, and the answer of every check.
final class VerdictBlock {

  private VerdictBlock() {}

  static Block of(Fact.ProposalJudged fact) {
    KeyValues verdict =
        KeyValues.of()
            .with(
                "Proposal",
                "%s %s %s at %s, together %s"
                    .formatted(
                        FactLine.words(fact.side().name()),
                        fact.quantity(),
                        fact.symbol(),
                        fact.price(),
                        FactLine.dollars(fact.price().times(fact.quantity()))))
            .with("Verdict", Cell.of(FactLine.verdict(fact), Style.ofPass(fact.approved())))
            .with("Trimmed", fact.trims().isEmpty() ? "no" : String.join("; ", fact.trims()))
            .with("Policy", fact.policy());
    Table table =
        Table.of(
            Column.number("Row"),
            Column.text("Check"),
            Column.text("Outcome"),
            Column.yielding("Code"),
            Column.wrapping("Says"));
    for (Finding finding : fact.findings()) {
      table.row(
          Cell.of("" + finding.row()),
          Cell.of(finding.check()),
          outcome(finding),
          Cell.of(finding.code()),
          Cell.of(finding.says()));
    }
    return Chapter.both(verdict, table);
  }

  private static Cell outcome(Finding finding) {
    return switch (finding.outcome()) {
      case CLEAR -> Cell.of("clear", Style.GOOD);
      case BREACH -> Cell.of("BREACH", Style.BAD);
      case ADVISORY -> Cell.of("advisory", Style.FAIR);
      case NOT_APPLICABLE -> Cell.of("n/a", Style.FAINT);
    };
  }
}
