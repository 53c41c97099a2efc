package milodex.portfolio;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import milodex.strategy.Holding;
import milodex.strategy.StrategyId;

/// The part of an account that one strategy caused: its cash and its own lots, nobody else's.
///
/// At all times `cash + cost of the lots = allocated + realised + dividends − fees`, exactly.
///
/// @param allocated dollars the book was opened with
/// @param cash dollars to spend; may fall below zero if the gap between price and fill was large
/// @param positions never flat
/// @param realised profit of shares sold or paid out, before fees and dividends
/// @param dividends dollars credited
/// @param fees dollars of commission
/// @param closedTrades positions that went flat
public record StrategyBook(
    StrategyId strategy,
    Money allocated,
    Money cash,
    SortedMap<Symbol, Position> positions,
    Money realised,
    Money dividends,
    Money fees,
    int closedTrades) {

  public StrategyBook {
    positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
  }

  /// A flat book.
  public static StrategyBook opened(StrategyId strategy, Money allocated) {
    return new StrategyBook(
        strategy,
        allocated,
        allocated,
        Collections.emptySortedMap(),
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        0);
  }

  public Optional<Position> position(Symbol symbol) {
    return Optional.ofNullable(positions.get(symbol));
  }

  /// Shares of `symbol` this strategy owns, and may sell.
  public Quantity held(Symbol symbol) {
    return position(symbol).map(Position::quantity).orElse(Quantity.ZERO);
  }

  /// What its shares are worth.
  ///
  /// @throws IllegalArgumentException if `marks` lacks a symbol held
  public Money value(Marks marks) {
    Money sum = Money.ZERO;
    for (Position position : positions.values()) {
      sum = sum.plus(position.value(marks));
    }
    return sum;
  }

  /// Cash and what its shares are worth: the strategy's equity.
  ///
  /// @throws IllegalArgumentException if `marks` lacks a symbol held
  public Money equity(Marks marks) {
    return cash.plus(value(marks));
  }

  /// Its positions as its rule sees them.
  ///
  /// @param sessionsSince how many sessions have closed since the one given, which counts 0
  public SortedMap<Symbol, Holding> holdings(ToIntFunction<LocalDate> sessionsSince) {
    SortedMap<Symbol, Holding> holdings = new TreeMap<>();
    positions.forEach(
        (symbol, position) ->
            holdings.put(
                symbol, position.holding(sessionsSince.applyAsInt(position.entry().session()))));
    return holdings;
  }
}
