package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import milodex.Floor;
import milodex.Play;
import milodex.Policies;
import milodex.Script;
import milodex.TinyMarket;
import milodex.broker.SimulatedBroker;
import milodex.data.HistoricalMarket;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Fill;
import milodex.ledger.MemoryLedger;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.risk.RiskPolicy;
import milodex.risk.StrategyLimits;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

/// Two strategies with ten thousand dollars each, of an account of a hundred thousand; a share of
/// ACME is at 60, one of GAS at 12.
class EntryOutlookTest {

  private static final Symbol ACME = Symbol.of("ACME");
  private static final Symbol GAS = Symbol.of("GAS");
  private static final Instant OPEN = Instant.parse("2024-03-08T14:30:00Z");
  private static final StrategyLimits WIDE = new StrategyLimits(Fraction.ONE, 10, Fraction.ONE);

  private final TinyMarket market =
      TinyMarket.of("2024-03-07", "2024-03-08")
          .bars("ACME", 3, 1_000, "50/52/22000 60/61")
          .bars("GAS", 3, 500, "10/11 12/13");
  private final Books books = opened();

  @Test
  void whereThereIsRoomEachCouldBuyAShare() {
    assertThat(outlook(RiskPolicy.standard(), WIDE))
        .allSatisfy(
            one -> {
              assertThat(one.enters()).contains(ACME);
              assertThat(one.isStoppedByAccount()).isFalse();
            });
  }

  @Test
  void aLimitThatFitsNotEvenOneShareStopsTheFleetWhateverIsSold() {
    List<EntryOutlook> fleet = outlook(Policies.exposed(Fraction.parse("0.0001")), WIDE);

    assertThat(fleet).hasSize(2);
    assertThat(fleet)
        .allSatisfy(
            one -> {
              assertThat(one.isStoppedByAccount()).isTrue();
              assertThat(one.account()).containsExactly("max_total_exposure_exceeded");
              assertThat(one.own()).isEmpty();
              assertThat(one.evenIfSold()).isTrue();
            });
  }

  @Test
  void whatTheSiblingHoldsTakesTheRoomOfTheAccountUntilItIsSold() {
    bought(Floor.SIBLING, GAS, 80);

    assertThat(outlook(Policies.exposed(Fraction.parse("0.0096")), WIDE))
        .allSatisfy(
            one -> {
              assertThat(one.isStoppedByAccount()).isTrue();
              assertThat(one.evenIfSold()).isFalse();
            });
  }

  @Test
  void aCheaperSymbolMayFitWhereTheFirstDoesNot() {
    assertThat(outlook(Policies.exposed(Fraction.parse("0.0002")), WIDE))
        .allSatisfy(one -> assertThat(one.enters()).contains(GAS));
  }

  @Test
  void whatItsOwnLimitsStopIsNotPutDownToTheAccount() {
    StrategyLimits narrow = new StrategyLimits(Fraction.parse("0.001"), 10, Fraction.ONE);

    assertThat(outlook(Policies.exposed(Fraction.parse("0.0001")), narrow))
        .allSatisfy(
            one -> {
              assertThat(one.isStoppedByAccount()).isFalse();
              assertThat(one.own()).containsExactly("strategy_single_position_exceeded");
              assertThat(one.account()).isEmpty();
            });
  }

  @Test
  void whatPassesWithTheNightStopsNobody() {
    for (int i = 0; i < 20; i++) {
      record(
          "sent" + i,
          new Fact.OrderSubmitted(
              new ClientOrderId("o" + i), "wish" + i, Play.ID, GAS, Side.BUY, Quantity.of(1)));
    }

    assertThat(outlook(RiskPolicy.standard(), WIDE))
        .allSatisfy(one -> assertThat(one.enters()).isPresent());
  }

  @Test
  void withoutAnyPriceNothingIsSaid() {
    ActiveStrategy blind =
        new Play(
                TinyMarket.of("2024-03-07", "2024-03-08").bars("NONE", 1, 1, "1/1 1/1"),
                new Script())
            .strategy();

    assertThat(EntryOutlook.of(List.of(blind), ground(RiskPolicy.standard()), OPEN)).isEmpty();
  }

  private List<EntryOutlook> outlook(RiskPolicy policy, StrategyLimits limits) {
    return EntryOutlook.of(
        List.of(strategy(Play.ID, limits), strategy(Floor.SIBLING, limits)), ground(policy), OPEN);
  }

  private EntryOutlook.Ground ground(RiskPolicy policy) {
    HistoricalMarket past = new HistoricalMarket(market.history(), market.begin() + 1);
    Costs free = Costs.slippage(Fraction.ZERO);
    SimulatedBroker broker = new SimulatedBroker("A1", past, free, Money.of(100_000));
    return new EntryOutlook.Ground(books, past, broker, policy, free);
  }

  private ActiveStrategy strategy(StrategyId id, StrategyLimits limits) {
    ActiveStrategy one = new Play(market, new Script()).strategy();
    return new ActiveStrategy(
        id, one.template(), one.parameters(), one.universe(), limits, one.standing());
  }

  private static Books opened() {
    Books books = new Books(new MemoryLedger());
    Fact opened =
        new Fact.BooksOpened(
            0,
            "play",
            LocalDate.parse("2024-03-07"),
            LocalDate.parse("2024-03-08"),
            Money.of(80_000),
            new TreeMap<>(Map.of(Play.ID, Money.of(10_000), Floor.SIBLING, Money.of(10_000))));
    books.record(OPEN, List.of(Draft.of("opened", opened)));
    return books;
  }

  private void bought(StrategyId who, Symbol symbol, long shares) {
    record(
        "x" + symbol,
        new Fact.FillRecorded(
            new Fill(
                "x" + symbol,
                new ClientOrderId("o"),
                who,
                symbol,
                Side.BUY,
                Quantity.of(shares),
                Price.parse("12"),
                Money.ZERO,
                LocalDate.parse("2024-03-07"),
                "rule",
                new TreeMap<>())));
  }

  private void record(String key, Fact fact) {
    books.record(OPEN, List.of(Draft.of(key, fact)));
  }
}
