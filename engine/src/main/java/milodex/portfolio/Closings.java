package milodex.portfolio;

import milodex.strategy.StrategyId;

/// Hears of every position that went flat.
@FunctionalInterface
interface Closings {

  void closed(StrategyId strategy, Position flat, Exit exit);
}
