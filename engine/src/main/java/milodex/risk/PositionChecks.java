package milodex.risk;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import milodex.ledger.Side;
import milodex.market.Symbol;

/// Rows 21 to 23: how many positions there would be, and how many of them are one bet.
final class PositionChecks {

  private PositionChecks() {}

  /// A held symbol whose correlation is unknown counts as correlated.
  static Answer correlated(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    SortedSet<Symbol> alike = new TreeSet<>();
    for (Symbol held : facts.account().heldSymbols()) {
      if (!held.equals(proposal.intent().symbol()) && isAlike(held, facts, policy)) {
        alike.add(held);
      }
    }
    String what =
        "one bet with "
            + (alike.isEmpty() ? "no other position" : alike)
            + " at a correlation from "
            + policy.minCorrelation();
    return count(CountLimit.correlated(policy), what, alike.size() + 1, proposal);
  }

  static Answer account(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    return count(
        CountLimit.positions(policy),
        "the account",
        with(facts.account().heldSymbols(), proposal),
        proposal);
  }

  static Answer strategy(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    return count(
        CountLimit.positions(facts.strategy().limits()),
        "the strategy",
        with(facts.strategy().exposure().keySet(), proposal),
        proposal);
  }

  private static boolean isAlike(Symbol held, Circumstances facts, RiskPolicy policy) {
    return isAlike(Optional.ofNullable(facts.instrument().correlations().get(held)), policy);
  }

  /// Whether two symbols of this correlation are one bet; one that is unknown is.
  static boolean isAlike(Optional<Double> correlation, RiskPolicy policy) {
    return correlation.isEmpty() || !(correlation.get() < policy.minCorrelation().toDouble());
  }

  private static int with(Set<Symbol> held, Proposal proposal) {
    return held.size() + (held.contains(proposal.intent().symbol()) ? 0 : 1);
  }

  private static Answer count(CountLimit limit, String what, int positions, Proposal proposal) {
    return proposal.intent().side() == Side.SELL
        ? new Answer.NotApplicable("a sale opens no position")
        : limit.answer(what + ": " + positions + " positions with this one", positions);
  }
}
