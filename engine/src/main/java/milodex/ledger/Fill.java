package milodex.ledger;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.strategy.StrategyId;

/// Shares that changed hands, once, under one execution id of the broker.
///
/// @param executionId the broker's name for it; a fill is applied once
/// @param price in raw dollars of the session, slippage included
/// @param fee commission in dollars, not negative
/// @param rule the rule whose wish was filled
/// @param entryFacts named numbers a buy hands to its position; empty for a sell
public record Fill(
    String executionId,
    ClientOrderId order,
    StrategyId strategy,
    Symbol symbol,
    Side side,
    Quantity quantity,
    Price price,
    Money fee,
    LocalDate session,
    String rule,
    SortedMap<String, Double> entryFacts) {

  public Fill {
    entryFacts = Collections.unmodifiableSortedMap(new TreeMap<>(entryFacts));
  }
}
