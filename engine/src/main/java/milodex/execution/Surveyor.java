package milodex.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.broker.Brokerage;
import milodex.data.Market;
import milodex.ledger.Intent;
import milodex.market.CorporateAction;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.market.Universe;
import milodex.money.Money;
import milodex.money.Price;
import milodex.risk.Circumstances;
import milodex.risk.RiskPolicy;

/// Gathers, at one instant, every fact the risk gate judges a wish upon.
final class Surveyor {

  private static final ZoneId EXCHANGE = ExchangeCalendar.nyse().zone();
  private static final int VOLUME_SESSIONS = 20;
  private static final int CORRELATION_SESSIONS = 60;

  private final Books books;
  private final Exposures exposures;
  private final Market market;
  private final Brokerage brokerage;
  private final Reconciliation reconciliation;
  private final String account;
  private final RiskPolicy policy;

  Surveyor(
      Books books,
      Market market,
      Destination destination,
      Reconciliation reconciliation,
      RiskPolicy policy) {
    this.books = books;
    this.exposures =
        new Exposures(books, symbol -> market.lastPrice(symbol).or(() -> paid(books, symbol)));
    this.market = market;
    this.brokerage = destination.brokerage();
    this.reconciliation = reconciliation;
    this.account = destination.account();
    this.policy = policy;
  }

  Circumstances survey(Intent intent, ActiveStrategy strategy, Instant now) {
    Session session = market.session();
    Instant alikeSince = now.minusSeconds(policy.duplicateWindowSeconds());
    Brokerage.AccountSnapshot snapshot = brokerage.account();
    SortedMap<Symbol, Money> exposure = exposures.usage().exposure();
    return new Circumstances(
        now,
        session.isOpenAt(now) ? Optional.of(session) : Optional.empty(),
        Optional.empty(),
        books.halts().facing(strategy.id()),
        new Circumstances.Venue(snapshot.kind(), account, snapshot.accountId()),
        reconciliation.agreedOn(),
        strategy.standing(),
        exposures.account(snapshot.cash(), exposure),
        exposures.strategy(strategy),
        instrument(intent, strategy, exposure, now),
        books.orders().working(),
        books.orders().recent(alikeSince, intent.id()),
        books.orders().sentSince(now.minusSeconds(60)).size(),
        books.orders().entriesOn(session.date()));
  }

  /// What was paid for a symbol that never showed a price: nobody enters on an account that cannot
  /// be valued, and exits must not wait for that.
  private static Optional<Price> paid(Books books, Symbol symbol) {
    return books.portfolio().books().values().stream()
        .flatMap(book -> book.position(symbol).stream())
        .findFirst()
        .map(held -> Price.of(held.cost().toDouble() / held.quantity().toDouble()));
  }

  private Circumstances.Instrument instrument(
      Intent intent, ActiveStrategy strategy, SortedMap<Symbol, Money> exposure, Instant now) {
    Symbol symbol = intent.symbol();
    Optional<Universe.Member> member = member(strategy, symbol);
    Optional<String> sector = member.flatMap(Universe.Member::sector);
    boolean broadFund =
        sector.isEmpty() && member.map(one -> one.kind() == Universe.Kind.ETF).orElse(false);
    Optional<Instant> lastClose = market.lastClose(symbol, strategy.barSize());
    return new Circumstances.Instrument(
        symbol,
        Optional.empty(),
        Optional.empty(),
        sector,
        broadFund,
        sectorExposure(strategy, sector, exposure),
        market.price(symbol),
        Optional.empty(),
        decisionPrice(intent),
        lastClose.map(at -> at.atZone(EXCHANGE).toLocalDate()),
        intent.decidedOn(),
        lastClose.filter(_ -> strategy.barSize().isIntraday()).map(at -> Duration.between(at, now)),
        market.meanVolume(symbol, VOLUME_SESSIONS),
        correlations(symbol, exposure.keySet()),
        reconciliation.quarantine(symbol));
  }

  private static Money sectorExposure(
      ActiveStrategy strategy, Optional<String> sector, SortedMap<Symbol, Money> exposure) {
    Money sum = Money.ZERO;
    if (sector.isPresent()) {
      for (var held : exposure.entrySet()) {
        if (member(strategy, held.getKey()).flatMap(Universe.Member::sector).equals(sector)) {
          sum = sum.plus(held.getValue());
        }
      }
    }
    return sum;
  }

  private static Optional<Universe.Member> member(ActiveStrategy strategy, Symbol symbol) {
    return strategy.universe().members().stream()
        .filter(one -> one.symbol().equals(symbol))
        .findFirst();
  }

  /// A split at today's open changes the unit of the price the decision saw.
  private Price decisionPrice(Intent intent) {
    Price seen = intent.decisionPrice();
    for (CorporateAction action : market.actions()) {
      if (action instanceof CorporateAction.Split split
          && split.symbol().equals(intent.symbol())
          && intent.decidedOn().isBefore(market.session().date())) {
        seen = Price.of(seen.toDouble() / split.ratio().doubleValue());
      }
    }
    return seen;
  }

  private SortedMap<Symbol, Double> correlations(Symbol symbol, Set<Symbol> held) {
    SortedMap<Symbol, Double> correlations = new TreeMap<>();
    for (Symbol other : held) {
      if (!other.equals(symbol)) {
        market
            .correlation(symbol, other, CORRELATION_SESSIONS)
            .ifPresent(value -> correlations.put(other, value));
      }
    }
    return correlations;
  }
}
