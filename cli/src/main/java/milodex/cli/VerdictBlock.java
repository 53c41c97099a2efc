package milodex.cli;

import milodex.ledger.Fact;
import milodex.terminal.Block;
import milodex.terminal.Cell;
import milodex.terminal.KeyValues;
import milodex.terminal.Style;

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
    return Chapter.both(verdict, CheckTable.of(fact.findings()));
  }
}
