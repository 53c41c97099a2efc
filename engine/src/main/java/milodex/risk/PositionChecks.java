package milodex.risk;

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
    String says =
        "one bet with "
            + (alike.isEmpty() ? "no other position" : alike)
            + " at a correlation from "
            + policy.minCorrelation();
    return count(
        "max_correlated_positions_exceeded",
        says,
        alike.size() + 1,
        policy.maxCorrelatedPositions(),
        proposal);
  }

  static Answer account(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    return count(
        "max_concurrent_positions_exceeded",
        "the account",
        with(facts.account().heldSymbols(), proposal),
        policy.maxPositions(),
        proposal);
  }

  static Answer strategy(Proposal proposal, Circumstances facts, RiskPolicy policy) {
    return count(
        "max_strategy_positions_exceeded",
        "the strategy",
        with(facts.strategy().exposure().keySet(), proposal),
        facts.strategy().limits().maxPositions(),
        proposal);
  }

  private static boolean isAlike(Symbol held, Circumstances facts, RiskPolicy policy) {
    Double correlation = facts.instrument().correlations().get(held);
    return correlation == null || !(correlation < policy.minCorrelation().toDouble());
  }

  private static int with(Set<Symbol> held, Proposal proposal) {
    return held.size() + (held.contains(proposal.intent().symbol()) ? 0 : 1);
  }

  private static Answer count(
      String code, String what, int positions, int limit, Proposal proposal) {
    if (proposal.intent().side() == Side.SELL) {
      return new Answer.NotApplicable("a sale opens no position");
    }
    String says = what + ": " + positions + " positions with this one, at most " + limit;
    return positions > limit ? new Answer.Breach(code, says) : new Answer.Clear(says);
  }
}
