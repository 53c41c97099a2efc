package milodex.risk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import milodex.ledger.Intent;
import milodex.ledger.ManifestHash;
import milodex.ledger.OrderStatus;
import milodex.ledger.Side;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.risk.Circumstances.Halts;
import milodex.risk.Circumstances.SentOrder;
import milodex.risk.Circumstances.Standing;
import milodex.risk.Circumstances.Venue;
import milodex.strategy.StrategyId;

/// A made-up proposal and its facts, all in order until one of them is changed.
///
/// One share of a ten-dollar stock is bought for an account of a million.
final class Scene {

  static final Symbol SYMBOL = Symbol.of("PROOF");
  static final StrategyId STRATEGY = StrategyId.parse("null.daily.proof.synthetic.v1");
  static final StrategyId SIBLING = StrategyId.parse("null.daily.proof.sibling.v1");
  private static final LocalDate DECIDED = LocalDate.of(2024, 7, 1);
  private static final LocalDate TODAY = LocalDate.of(2024, 7, 2);
  private static final ManifestHash MANIFEST = new ManifestHash("0".repeat(64));

  Side side = Side.BUY;
  int attempt = 1;
  Quantity quantity = Quantity.of(1);
  Price price = Price.parse("10");
  Costs costs = Costs.slippage(Fraction.parse("0.001"));
  Quantity covered = Quantity.ZERO;
  Proposal.Origin origin = Proposal.Origin.AUTOMATED;

  Instant now = Instant.parse("2024-07-02T13:30:00Z");
  Optional<Session> session =
      Optional.of(new Session(TODAY, now, Instant.parse("2024-07-02T20:00:00Z"), false));
  Optional<Boolean> brokerSaysOpen = Optional.of(true);
  Halts halts = Halts.NONE;
  Venue venue = new Venue(Venue.Kind.PAPER, "PA1", "PA1");
  Optional<LocalDate> reconciledOn = Optional.of(TODAY);
  Standing standing =
      new Standing("paper", Optional.of(MANIFEST), Optional.of(MANIFEST), List.of());

  Money equity = Money.of(1_000_000);
  Optional<Money> previousEquity = Optional.of(Money.of(1_000_000));
  Money peakEquity = Money.of(1_000_000);
  Money buyingPower = Money.of(1_000_000);
  final SortedMap<Symbol, Money> exposure = new TreeMap<>();
  final SortedSet<Symbol> held = new TreeSet<>();

  StrategyLimits limits = new StrategyLimits(Fraction.parse("0.30"), 3, Fraction.parse("0.02"));
  Money ownEquity = Money.of(80_000);
  Optional<Money> ownPreviousEquity = Optional.of(Money.of(80_000));
  Money ownCash = Money.of(80_000);
  final SortedMap<Symbol, Money> ownExposure = new TreeMap<>();

  Optional<String> tradable = Optional.empty();
  Optional<String> forbiddenKind = Optional.empty();
  Optional<String> sector = Optional.of("technology");
  boolean broadFund = false;
  Money sectorExposure = Money.ZERO;
  Optional<Price> observed = Optional.of(price);
  Optional<Price> secondPrice = Optional.of(price);
  Price decisionPrice = price;
  Optional<LocalDate> lastClosedBar = Optional.of(DECIDED);
  Optional<Duration> barAge = Optional.empty();
  OptionalDouble meanVolume = OptionalDouble.of(1_000_000);
  final SortedMap<Symbol, Double> correlations = new TreeMap<>();
  Optional<String> quarantined = Optional.empty();

  final List<SentOrder> working = new ArrayList<>();
  final List<SentOrder> recent = new ArrayList<>();
  int ordersInLastMinute = 0;
  int entriesToday = 0;

  Proposal proposal() {
    return new Proposal(intent(), attempt, quantity, price, costs, covered, origin, List.of());
  }

  Circumstances facts() {
    return new Circumstances(
        now,
        session,
        brokerSaysOpen,
        halts,
        venue,
        reconciledOn,
        standing,
        new Circumstances.Account(equity, previousEquity, peakEquity, buyingPower, exposure, held),
        new Circumstances.Strategy(
            STRATEGY, limits, ownEquity, ownPreviousEquity, ownCash, ownExposure),
        new Circumstances.Instrument(
            SYMBOL,
            tradable,
            forbiddenKind,
            sector,
            broadFund,
            sectorExposure,
            observed,
            secondPrice,
            decisionPrice,
            lastClosedBar,
            DECIDED,
            barAge,
            meanVolume,
            correlations,
            quarantined),
        working,
        recent,
        ordersInLastMinute,
        entriesToday);
  }

  Intent intent() {
    return new Intent(
        "proof-" + side,
        STRATEGY,
        SYMBOL,
        side,
        side == Side.BUY ? Fraction.ONE : Fraction.ZERO,
        Optional.empty(),
        "proof",
        DECIDED,
        TODAY,
        Optional.empty(),
        decisionPrice,
        new TreeMap<>());
  }

  /// An order of one share in the symbol, sent at this moment.
  SentOrder sent(StrategyId by, Side which, OrderStatus status) {
    String intent = "other-" + by + which;
    return new SentOrder(
        ClientOrderIds.of(intent, 1),
        intent,
        by,
        SYMBOL,
        which,
        Quantity.of(1),
        Quantity.ZERO,
        status,
        now);
  }

  /// Lets the account, and nothing of the strategy, hold `count` other symbols.
  void hold(int count) {
    for (int i = 1; i <= count; i++) {
      held.add(Symbol.of("HELD" + i));
    }
  }
}
