package milodex.execution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.Script;
import milodex.TinyMarket;
import milodex.broker.Brokerage;
import milodex.data.HistoricalMarket;
import milodex.ledger.ByHand;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Intent;
import milodex.ledger.Ledger;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.market.Universe;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.risk.Circumstances;
import milodex.risk.RiskGate;
import milodex.risk.RiskPolicy;
import milodex.risk.StrategyLimits;
import milodex.strategy.ParameterValues;
import milodex.strategy.StrategyId;

/// One of several desks that trade on one account at the same instant, each with its own books
/// over its own opening of the ledger, as processes have.
public final class Contender {

  /// When everybody wishes and works: at an open.
  public static final Instant NOW =
      TinyMarket.of("2024-03-08", "2024-03-08").sessions().getLast().opensAt();

  private static final Money EACH = Money.of(1_000_000);
  private static final LocalDate DAY = LocalDate.parse("2024-03-08");
  private static final String PRICE = "50";

  private final int number;
  private final RiskPolicy policy;
  private final Brokerage broker;
  private final SendLock lock;
  private final TinyMarket story;
  private Optional<Books> books = Optional.empty();
  private Optional<Desk> desk = Optional.empty();

  /// How many there are, and how many wishes each may have; every wish has a symbol of its own.
  public record Field(int desks, int wishes) {

    /// The account that they share, a million dollars for each.
    public Draft opened() {
      SortedMap<StrategyId, Money> allocated = new TreeMap<>();
      for (int one = 0; one < desks; one++) {
        allocated.put(strategy(one), EACH);
      }
      return Draft.of(
          "books/opened", new Fact.BooksOpened(0, "race", DAY, DAY, Money.ZERO, allocated));
    }

    /// All its dollars.
    public Money cash() {
      return EACH.times(Quantity.of(desks));
    }

    private TinyMarket market() {
      TinyMarket story = TinyMarket.of("2024-03-08", "2024-03-08");
      for (int one = 0; one < desks; one++) {
        for (int wish = 0; wish < wishes; wish++) {
          story.bars(ticker(one, wish), PRICE + "/" + PRICE);
        }
      }
      return story;
    }
  }

  public Contender(Field field, int number, RiskPolicy policy, Brokerage broker, SendLock lock) {
    this.number = number;
    this.policy = policy;
    this.broker = broker;
    this.lock = lock;
    this.story = field.market();
  }

  /// Opens its books over `ledger`, and compares them with the broker's.
  public void begin(Ledger ledger) {
    HistoricalMarket market = new HistoricalMarket(story.history(), story.begin());
    market.openSession(story.begin());
    Books opened = new Books(ledger);
    Reconciliation reconciliation = new Reconciliation();
    reconciliation.compare(DAY, opened, broker);
    books = Optional.of(opened);
    desk =
        Optional.of(
            new Desk(
                opened,
                market,
                new Destination(broker, "A1", lock),
                reconciliation,
                new RiskGate(policy),
                Costs.slippage(Fraction.ZERO),
                List.of(strategy())));
  }

  /// Writes down that it wants to buy for `weight` of its million.
  public void wish(int wish, Fraction weight) {
    wish(wish, "draft", weight, Optional.empty());
  }

  /// Writes down that the operator wants to buy one share.
  ///
  /// @return the wish
  public String wishByHand(int wish) {
    return wish(
        wish, "operator", Fraction.ZERO, Optional.of(new ByHand(Quantity.of(1), "good news")));
  }

  private String wish(int wish, String whose, Fraction weight, Optional<ByHand> byHand) {
    Intent intent =
        new Intent(
            strategy(number) + "/" + whose + "/" + ticker(number, wish) + "/BUY/2024-03-07",
            strategy(number),
            Symbol.of(ticker(number, wish)),
            Side.BUY,
            weight,
            Optional.empty(),
            "rule",
            LocalDate.parse("2024-03-07"),
            DAY,
            Optional.empty(),
            Price.parse(PRICE),
            new TreeMap<>(),
            byHand);
    books
        .orElseThrow()
        .record(NOW, Draft.of("intent/" + intent.id(), new Fact.IntentRecorded(intent)));
    return intent.id();
  }

  /// Works what it wished.
  public void work() {
    desk.orElseThrow().work(NOW);
  }

  private ActiveStrategy strategy() {
    Script rule = new Script();
    return new ActiveStrategy(
        strategy(number),
        rule,
        ParameterValues.standard(rule),
        new Universe(
            "universe.race.v1",
            1,
            "race",
            Optional.empty(),
            Optional.empty(),
            story.symbols().stream().map(Contender::member).toList()),
        new StrategyLimits(Fraction.ONE, 1_000, Fraction.ONE),
        new Circumstances.Standing("backtest", Optional.empty(), Optional.empty(), List.of()));
  }

  private static Universe.Member member(Symbol symbol) {
    return new Universe.Member(
        symbol, Universe.Kind.STOCK, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static StrategyId strategy(int number) {
    return StrategyId.parse("null.daily.script.desk" + number + ".v1");
  }

  private static String ticker(int number, int wish) {
    return "D" + number + "R" + wish;
  }
}
