package milodex.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.strategy.StrategyId;

/// Rows 13 to 25 of the table of checks as they stand, by the limits that the checks compare.
public final class Headrooms {

  private static final String BY_SYMBOL = "it depends on the symbol: see `trade preview`";
  private static final Circumstances.Account NOTHING =
      new Circumstances.Account(
          Money.ZERO, Optional.empty(), Money.ZERO, Money.ZERO, new TreeMap<>(), new TreeSet<>());
  private static final Usage NONE_USED = new Usage(new TreeMap<>(), new TreeMap<>());

  private Headrooms() {}

  /// Those of the account that count orders, which are known without a price.
  public static List<Headroom> orders(int entriesToday, int inLastMinute, RiskPolicy policy) {
    return List.of(
        Headroom.of(CountLimit.entries(policy), Optional.empty(), entriesToday, 0),
        Headroom.of(CountLimit.rate(policy), Optional.empty(), inLastMinute, 0));
  }

  /// Those of the account that count positions.
  ///
  /// @param held symbols with a position
  /// @param reserved symbols with a working or UNKNOWN purchase
  public static Headroom positions(Set<Symbol> held, Set<Symbol> reserved, RiskPolicy policy) {
    return Headroom.of(
        CountLimit.positions(policy), Optional.empty(), held.size(), more(held, reserved));
  }

  /// The same of one strategy.
  public static Headroom positions(
      StrategyId strategy, Set<Symbol> held, Set<Symbol> reserved, StrategyLimits limits) {
    return Headroom.of(
        CountLimit.positions(limits), Optional.of(strategy), held.size(), more(held, reserved));
  }

  /// Those of the account in dollars.
  ///
  /// @param sectors which symbols at stake are in which sector
  public static List<Headroom> account(
      Circumstances.Account account,
      Usage usage,
      SortedMap<String, SortedSet<Symbol>> sectors,
      RiskPolicy policy) {
    Optional<StrategyId> whose = Optional.empty();
    List<Headroom> all = new ArrayList<>();
    all.add(Headroom.of(LossLimit.accountDay(account, policy), whose, account.equity()));
    all.add(Headroom.of(LossLimit.drawdown(account, policy), whose, account.equity()));
    all.add(Headroom.of(ShareLimit.orderValue(account, policy), whose, Money.ZERO, Money.ZERO));
    all.addAll(bySymbol(ShareLimit.position(account, policy), whose, usage));
    all.add(
        Headroom.of(
            ShareLimit.total(account, policy),
            whose,
            Usage.sum(usage.held()),
            Usage.sum(usage.reserved())));
    sectors.forEach(
        (sector, symbols) ->
            all.add(
                Headroom.of(
                    ShareLimit.sector(sector, account, policy),
                    whose,
                    Usage.sum(in(symbols, usage.held())),
                    Usage.sum(in(symbols, usage.reserved())))));
    return all;
  }

  /// The cash of the account.
  public static Headroom cash(Circumstances.Account account, Usage usage, RiskPolicy policy) {
    return Headroom.of(
        CashLimit.buyingPower(account, policy), Optional.empty(), Usage.sum(usage.reserved()));
  }

  /// Those of one strategy in dollars.
  public static List<Headroom> strategy(
      Circumstances.Strategy strategy, Usage usage, RiskPolicy policy) {
    Optional<StrategyId> whose = Optional.of(strategy.id());
    List<Headroom> all = new ArrayList<>();
    all.add(Headroom.of(LossLimit.strategyDay(strategy), whose, strategy.equity()));
    all.addAll(bySymbol(ShareLimit.position(strategy), whose, usage));
    all.add(Headroom.of(CashLimit.own(strategy, policy), whose, Usage.sum(usage.reserved())));
    return all;
  }

  /// For each symbol at stake, how many positions are one bet with it.
  ///
  /// @param correlation of daily returns; empty where it is unknown, which counts as one bet
  public static List<Headroom> bets(
      Set<Symbol> held,
      Set<Symbol> reserved,
      BiFunction<Symbol, Symbol, Optional<Double>> correlation,
      RiskPolicy policy) {
    List<Headroom> all = new ArrayList<>();
    CountLimit limit = CountLimit.correlated(policy);
    for (Symbol one : both(held, reserved)) {
      int used = alike(one, held, correlation, policy);
      int underWay = alike(one, both(held, reserved), correlation, policy) - used;
      all.add(Headroom.of(limit, Optional.empty(), used, underWay).in("with " + one));
    }
    return all.isEmpty() ? List.of(Headroom.of(limit, Optional.empty(), 0, 0)) : all;
  }

  /// What no proposal can be measured against in advance.
  public static Headroom liquidity() {
    return new Headroom(
        25,
        "max_adv_share_exceeded",
        "share of mean volume",
        Optional.empty(),
        new Headroom.Reading.Unknown(BY_SYMBOL));
  }

  /// Those of the account in dollars, when nothing is known of it.
  public static List<Headroom> unknownAccount(RiskPolicy policy, String why) {
    return account(NOTHING, NONE_USED, new TreeMap<>(), policy).stream()
        .map(one -> one.unknown(why))
        .toList();
  }

  /// The cash of the account, when it is not known.
  public static Headroom unknownCash(RiskPolicy policy, String why) {
    return cash(NOTHING, NONE_USED, policy).unknown(why);
  }

  /// Those of a strategy in dollars, when nothing is known of it.
  public static List<Headroom> unknownStrategy(
      StrategyId strategy, StrategyLimits limits, RiskPolicy policy, String why) {
    Circumstances.Strategy nothing =
        new Circumstances.Strategy(
            strategy, limits, Money.ZERO, Optional.empty(), Money.ZERO, new TreeMap<>());
    return strategy(nothing, NONE_USED, policy).stream().map(one -> one.unknown(why)).toList();
  }

  /// One for each symbol at stake, and one for a new symbol.
  private static List<Headroom> bySymbol(
      ShareLimit limit, Optional<StrategyId> whose, Usage usage) {
    List<Headroom> all = new ArrayList<>();
    for (Symbol symbol : usage.symbols()) {
      all.add(Headroom.of(limit, whose, usage.heldIn(symbol), usage.reservedIn(symbol)).in(symbol));
    }
    all.add(Headroom.of(limit, whose, Money.ZERO, Money.ZERO).in("in a new symbol"));
    return all;
  }

  private static SortedMap<Symbol, Money> in(Set<Symbol> symbols, Map<Symbol, Money> values) {
    SortedMap<Symbol, Money> some = new TreeMap<>(values);
    some.keySet().retainAll(symbols);
    return some;
  }

  private static int alike(
      Symbol one,
      Set<Symbol> others,
      BiFunction<Symbol, Symbol, Optional<Double>> correlation,
      RiskPolicy policy) {
    int alike = others.contains(one) ? 1 : 0;
    for (Symbol other : others) {
      if (!other.equals(one) && PositionChecks.isAlike(correlation.apply(one, other), policy)) {
        alike++;
      }
    }
    return alike;
  }

  private static Set<Symbol> both(Set<Symbol> held, Set<Symbol> reserved) {
    Set<Symbol> both = new TreeSet<>(held);
    both.addAll(reserved);
    return both;
  }

  private static int more(Set<Symbol> held, Set<Symbol> reserved) {
    return (int) reserved.stream().filter(symbol -> !held.contains(symbol)).count();
  }
}
