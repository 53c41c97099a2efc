package milodex.execution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import milodex.broker.Brokerage;
import milodex.data.Market;
import milodex.ledger.Intent;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.risk.Circumstances;
import milodex.risk.Proposal;
import milodex.risk.RiskPolicy;
import milodex.risk.Stops;
import milodex.strategy.StrategyId;

/// Whether a strategy could enter anything at all in the session that comes next, by the limits
/// alone: one share of each of its symbols is held against them, as what is held now leaves them.
///
/// What passes with the night is left out: the entries of the day, orders of the last minute, the
/// loss since the previous close. Halts, alerts and stages are not limits.
///
/// @param enters a symbol of which it could buy a share; empty: of none
/// @param account codes of the limits of the account that alone stop it; empty if none does
/// @param own codes of its own limits, when they stop every symbol
/// @param evenIfSold whether the account would stop it even if nothing were held
public record EntryOutlook(
    StrategyId strategy,
    Optional<Symbol> enters,
    SortedSet<String> account,
    SortedSet<String> own,
    boolean evenIfSold) {

  /// What it is measured on.
  ///
  /// @param costs of a fill
  public record Ground(
      Books books, Market market, Brokerage brokerage, RiskPolicy policy, Costs costs) {}

  public EntryOutlook {
    account = Collections.unmodifiableSortedSet(new TreeSet<>(account));
    own = Collections.unmodifiableSortedSet(new TreeSet<>(own));
  }

  /// Those of these strategies; one of whose symbols none ever had a price is left out.
  ///
  /// @throws milodex.broker.BrokerUnavailableException if the broker does not tell of the account
  public static List<EntryOutlook> of(
      Collection<ActiveStrategy> strategies, Ground ground, Instant now) {
    Surveyor surveyor =
        new Surveyor(
            ground.books(),
            ground.market(),
            Destination.alone(ground.brokerage(), ""),
            new Reconciliation(),
            ground.policy());
    List<EntryOutlook> all = new ArrayList<>();
    for (ActiveStrategy strategy : strategies) {
      of(strategy, surveyor, ground, now).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /// Whether limits of the account alone stop it: its own leave room.
  public boolean isStoppedByAccount() {
    return enters.isEmpty() && own.isEmpty();
  }

  private static Optional<EntryOutlook> of(
      ActiveStrategy strategy, Surveyor surveyor, Ground ground, Instant now) {
    SortedSet<String> account = new TreeSet<>();
    SortedSet<String> own = new TreeSet<>();
    boolean evenIfSold = true;
    boolean priced = false;
    for (Symbol symbol : strategy.symbols()) {
      Optional<Price> price = ground.market().lastPrice(symbol);
      if (price.isEmpty()) {
        continue;
      }
      priced = true;
      Proposal entry = share(strategy, symbol, price.get(), ground);
      Circumstances facts = rested(surveyor.survey(entry.intent(), strategy, now));
      Stops stops = Stops.of(entry, facts, ground.policy());
      if (stops.areNone()) {
        return Optional.of(
            new EntryOutlook(
                strategy.id(),
                Optional.of(symbol),
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                false));
      }
      if (stops.strategy().isEmpty()) {
        account.addAll(stops.account());
        evenIfSold &= !Stops.of(entry, sold(facts), ground.policy()).account().isEmpty();
      }
      own.addAll(stops.strategy());
    }
    return priced
        ? Optional.of(
            new EntryOutlook(
                strategy.id(),
                Optional.empty(),
                account,
                account.isEmpty() ? own : Collections.emptySortedSet(),
                !account.isEmpty() && evenIfSold))
        : Optional.empty();
  }

  private static Proposal share(
      ActiveStrategy strategy, Symbol symbol, Price price, Ground ground) {
    LocalDate session = ground.market().session().date();
    Intent wish =
        new Intent(
            strategy.id() + "/outlook/" + symbol,
            strategy.id(),
            symbol,
            Side.BUY,
            Fraction.ONE,
            Optional.empty(),
            "outlook",
            session,
            session,
            Optional.empty(),
            price,
            Collections.emptySortedMap());
    return Proposal.automated(wish, 1, Quantity.of(1), price, ground.costs(), Quantity.ZERO);
  }

  /// The same facts when the next session opens at the prices of now.
  private static Circumstances rested(Circumstances facts) {
    Circumstances.Account account = facts.account();
    Circumstances.Strategy strategy = facts.strategy();
    return with(
        facts,
        new Circumstances.Account(
            account.equity(),
            Optional.of(account.equity()),
            account.peakEquity(),
            account.buyingPower(),
            account.exposure(),
            account.heldSymbols()),
        new Circumstances.Strategy(
            strategy.id(),
            strategy.limits(),
            strategy.equity(),
            Optional.of(strategy.equity()),
            strategy.cash(),
            strategy.exposure()),
        facts.instrument());
  }

  /// The same facts of an account that has sold everything for what it is worth.
  private static Circumstances sold(Circumstances facts) {
    Circumstances.Account account = facts.account();
    return with(
        facts,
        new Circumstances.Account(
            account.equity(),
            account.previousEquity(),
            account.peakEquity(),
            account.equity(),
            new TreeMap<>(),
            new TreeSet<>()),
        facts.strategy(),
        inNoSector(facts.instrument()));
  }

  /// A symbol of whose sector nothing is held.
  private static Circumstances.Instrument inNoSector(Circumstances.Instrument one) {
    return new Circumstances.Instrument(
        one.symbol(),
        one.tradable(),
        one.forbiddenKind(),
        one.sector(),
        one.broadFund(),
        Money.ZERO,
        one.price(),
        one.secondPrice(),
        one.decisionPrice(),
        one.lastClosedBar(),
        one.expectedBar(),
        one.barAge(),
        one.meanVolume(),
        new TreeMap<>(),
        one.quarantined());
  }

  private static Circumstances with(
      Circumstances facts,
      Circumstances.Account account,
      Circumstances.Strategy strategy,
      Circumstances.Instrument instrument) {
    return new Circumstances(
        facts.now(),
        facts.session(),
        facts.brokerSaysOpen(),
        facts.halts(),
        facts.venue(),
        facts.reconciledOn(),
        facts.standing(),
        account,
        strategy,
        instrument,
        facts.working(),
        facts.recent(),
        0,
        0);
  }
}
