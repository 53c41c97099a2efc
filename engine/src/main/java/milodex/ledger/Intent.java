package milodex.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.market.Symbol;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.strategy.StrategyId;

/// A recorded wish: inert until it is sized and judged with fresh facts.
///
/// @param id a pure function of strategy, manifest, symbol, side and session or bar; of the
///     operator's own wish, of strategy, symbol, side, session and its number among them
/// @param weight share of the strategy's equity to buy; zero for an exit, which sells all, beside
///     an amount, and in a wish by hand
/// @param amount fixed dollars to buy for, whatever the equity is; empty beside a weight
/// @param rule the rule that fired
/// @param decidedOn the session whose close, or a bar of which, was seen
/// @param worksOn the session in which it is worked: at the open, or if it was decided within the
///     session, as the next bar opens
/// @param expiresAt when an entry, or a wish by hand, is given up; empty for the exit of a rule,
///     which never expires
/// @param decisionPrice the close the decision saw, in the shares of `decidedOn`
/// @param entryFacts named numbers an entry hands to its position
/// @param byHand what the operator asks for; empty: a rule wishes
public record Intent(
    String id,
    StrategyId strategy,
    Symbol symbol,
    Side side,
    Fraction weight,
    Optional<Money> amount,
    String rule,
    LocalDate decidedOn,
    LocalDate worksOn,
    Optional<Instant> expiresAt,
    Price decisionPrice,
    SortedMap<String, Double> entryFacts,
    Optional<ByHand> byHand) {

  public Intent {
    entryFacts = Collections.unmodifiableSortedMap(new TreeMap<>(entryFacts));
  }

  /// The wish of a rule.
  public Intent(
      String id,
      StrategyId strategy,
      Symbol symbol,
      Side side,
      Fraction weight,
      Optional<Money> amount,
      String rule,
      LocalDate decidedOn,
      LocalDate worksOn,
      Optional<Instant> expiresAt,
      Price decisionPrice,
      SortedMap<String, Double> entryFacts) {
    this(
        id,
        strategy,
        symbol,
        side,
        weight,
        amount,
        rule,
        decidedOn,
        worksOn,
        expiresAt,
        decisionPrice,
        entryFacts,
        Optional.empty());
  }

  /// The same wish, of the same id, once its company trades under another ticker.
  public Intent under(Symbol ticker) {
    return new Intent(
        id,
        strategy,
        ticker,
        side,
        weight,
        amount,
        rule,
        decidedOn,
        worksOn,
        expiresAt,
        decisionPrice,
        entryFacts,
        byHand);
  }
}
