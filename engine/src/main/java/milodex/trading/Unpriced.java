package milodex.trading;

import java.util.Set;
import java.util.StringJoiner;
import milodex.portfolio.Marks;
import milodex.portfolio.Portfolio;
import milodex.strategy.StrategyId;

/// What keeps an account from being valued: symbols that strategies hold and nobody here has a
/// price of.
final class Unpriced {

  private Unpriced() {}

  /// Each of them with its holder and what is to be done, in plain words; empty text if there is
  /// none.
  ///
  /// @param marks of the market that this process sees
  /// @param own the strategies that this process runs
  static String says(Portfolio account, Marks marks, Set<StrategyId> own) {
    StringJoiner all = new StringJoiner("; ");
    account
        .books()
        .forEach(
            (strategy, book) ->
                book.positions()
                    .forEach(
                        (symbol, held) -> {
                          if (marks.price(symbol).isEmpty()) {
                            all.add(
                                "%s has no price, so that %s shares of %s cannot be valued: %s"
                                    .formatted(
                                        symbol,
                                        held.quantity(),
                                        strategy,
                                        own.contains(strategy)
                                            ? "its bars have to be brought in"
                                            : "another process runs it, and this one has to be"
                                                + " given the bars of "
                                                + symbol
                                                + " too"));
                          }
                        }));
    return all.toString();
  }
}
