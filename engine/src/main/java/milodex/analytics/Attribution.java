package milodex.analytics;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import milodex.money.Money;
import milodex.portfolio.Trade;

/// Where a profit came from, group by group of closed trades; the parts add up to it, exactly.
///
/// @param groups by key, in its order
/// @param rest what is in no closed trade: positions left open and what selling them would cost
/// @param total of all groups and the rest, in dollars
public record Attribution<K extends Comparable<K>>(
    SortedMap<K, Group> groups, Money rest, Money total) {

  public Attribution {
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
  }

  /// What the trades of one group came to.
  ///
  /// @param winning how many of them won
  /// @param net dollars, dividends included, after costs
  public record Group(int trades, int winning, Money net) {

    /// No trade.
    public static final Group NONE = new Group(0, 0, Money.ZERO);

    private Group plus(Trade trade) {
      return new Group(
          trades + 1, winning + (trade.net().isPositive() ? 1 : 0), net.plus(trade.net()));
    }
  }

  /// Divides `total` by what `key` says of each trade.
  public static <K extends Comparable<K>> Attribution<K> of(
      List<Trade> trades, Function<Trade, K> key, Money total) {
    SortedMap<K, Group> groups = new TreeMap<>();
    Money rest = total;
    for (Trade trade : trades) {
      K of = key.apply(trade);
      groups.put(of, groups.getOrDefault(of, Group.NONE).plus(trade));
      rest = rest.minus(trade.net());
    }
    return new Attribution<>(groups, rest, total);
  }
}
