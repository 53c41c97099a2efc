package milodex.execution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import milodex.broker.BrokerUnavailableException;
import milodex.broker.Brokerage;
import milodex.data.Market;
import milodex.market.ExchangeCalendar;
import milodex.market.Symbol;
import milodex.market.Universe;
import milodex.money.Money;
import milodex.portfolio.Marks;
import milodex.portfolio.StrategyBook;
import milodex.risk.Circumstances;
import milodex.risk.Circumstances.SentOrder;
import milodex.risk.Headroom;
import milodex.risk.Headrooms;
import milodex.risk.RiskPolicy;
import milodex.risk.Usage;
import milodex.strategy.StrategyId;

/// Measures every limit of the account and of each strategy, as the gate would at this instant.
///
/// What cannot be measured is unknown, with the reason; it says nothing about the other limits.
public final class HeadroomSurvey {

  private static final int CORRELATION_SESSIONS = 60;

  private final Books books;
  private final Optional<Market> market;
  private final String whyNoMarket;
  private final Optional<Brokerage> brokerage;
  private final RiskPolicy policy;

  /// @param market empty: prices are not known
  /// @param whyNoMarket why it is; in plain words
  /// @param brokerage empty: none is attached
  public HeadroomSurvey(
      Books books,
      Optional<Market> market,
      String whyNoMarket,
      Optional<Brokerage> brokerage,
      RiskPolicy policy) {
    this.books = books;
    this.market = market;
    this.whyNoMarket = whyNoMarket;
    this.brokerage = brokerage;
    this.policy = policy;
  }

  /// Limits in the order of the table of checks, those of the account before those of a strategy.
  ///
  /// @param strategies whose own limits are known; each has a book
  public List<Headroom> measure(Collection<ActiveStrategy> strategies, Instant now) {
    List<Headroom> all = new ArrayList<>(account(strategies, now));
    strategies.forEach(strategy -> all.addAll(strategy(strategy)));
    return List.copyOf(all);
  }

  private List<Headroom> account(Collection<ActiveStrategy> strategies, Instant now) {
    Set<Symbol> held = held();
    Set<Symbol> reserved = reserved(_ -> true);
    LocalDate today = now.atZone(ExchangeCalendar.nyse().zone()).toLocalDate();
    List<Headroom> all = new ArrayList<>(dollars(strategies));
    all.addAll(
        Headrooms.orders(
            books.orders().entriesOn(today),
            books.orders().sentSince(now.minusSeconds(60)).size(),
            policy));
    all.addAll(Headrooms.bets(held, reserved, this::correlation, policy));
    all.add(Headrooms.positions(held, reserved, policy));
    all.add(cash());
    all.add(Headrooms.liquidity());
    all.sort((one, other) -> Integer.compare(one.row(), other.row()));
    return all;
  }

  private List<Headroom> dollars(Collection<ActiveStrategy> strategies) {
    if (market.isEmpty()) {
      return Headrooms.unknownAccount(policy, whyNoMarket);
    }
    try {
      Usage usage = exposures().usage();
      return Headrooms.account(
          exposures().account(Money.ZERO, usage.exposure()),
          usage,
          sectors(strategies, usage.symbols()),
          policy);
    } catch (IllegalArgumentException e) {
      return Headrooms.unknownAccount(policy, "" + e.getMessage());
    }
  }

  /// The cash is the broker's, what is reserved is in the books.
  private Headroom cash() {
    if (brokerage.isEmpty()) {
      return Headrooms.unknownCash(policy, "no broker is attached");
    }
    if (market.isEmpty()) {
      return Headrooms.unknownCash(policy, whyNoMarket);
    }
    try {
      Usage usage = exposures().usage();
      Circumstances.Account account =
          exposures().account(brokerage.get().account().cash(), usage.exposure());
      return Headrooms.cash(account, usage, policy);
    } catch (BrokerUnavailableException e) {
      return Headrooms.unknownCash(policy, "the broker did not answer: " + e.why());
    } catch (IllegalArgumentException e) {
      return Headrooms.unknownCash(policy, "" + e.getMessage());
    }
  }

  private List<Headroom> strategy(ActiveStrategy strategy) {
    StrategyId id = strategy.id();
    List<Headroom> all = new ArrayList<>(dollars(strategy));
    all.add(
        Headrooms.positions(
            id,
            books.portfolio().book(id).orElseThrow().positions().keySet(),
            reserved(Exposures.own(id)),
            strategy.limits()));
    all.sort((one, other) -> Integer.compare(one.row(), other.row()));
    return all;
  }

  private List<Headroom> dollars(ActiveStrategy strategy) {
    if (market.isEmpty()) {
      return Headrooms.unknownStrategy(strategy.id(), strategy.limits(), policy, whyNoMarket);
    }
    try {
      return Headrooms.strategy(
          exposures().strategy(strategy), exposures().usage(strategy.id()), policy);
    } catch (IllegalArgumentException e) {
      return Headrooms.unknownStrategy(
          strategy.id(), strategy.limits(), policy, "" + e.getMessage());
    }
  }

  private Exposures exposures() {
    Marks marks = symbol -> market.flatMap(one -> one.lastPrice(symbol));
    return new Exposures(books, marks);
  }

  private Set<Symbol> held() {
    Set<Symbol> held = new TreeSet<>(books.portfolio().outside().holdings().keySet());
    for (StrategyBook book : books.portfolio().books().values()) {
      held.addAll(book.positions().keySet());
    }
    return held;
  }

  private Set<Symbol> reserved(Predicate<SentOrder> whose) {
    return Exposures.purchases(books, whose).stream()
        .map(SentOrder::symbol)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedMap<String, SortedSet<Symbol>> sectors(
      Collection<ActiveStrategy> strategies, Set<Symbol> atStake) {
    SortedMap<String, SortedSet<Symbol>> sectors = new TreeMap<>();
    for (ActiveStrategy strategy : strategies) {
      for (Universe.Member member : strategy.universe().members()) {
        if (atStake.contains(member.symbol())) {
          member
              .sector()
              .ifPresent(
                  sector ->
                      sectors.computeIfAbsent(sector, _ -> new TreeSet<>()).add(member.symbol()));
        }
      }
    }
    return sectors;
  }

  private Optional<Double> correlation(Symbol one, Symbol other) {
    OptionalDouble known =
        market.isEmpty()
            ? OptionalDouble.empty()
            : market.get().correlation(one, other, CORRELATION_SESSIONS);
    return known.isPresent() ? Optional.of(known.getAsDouble()) : Optional.empty();
  }
}
