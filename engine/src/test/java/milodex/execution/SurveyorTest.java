package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.broker.SimulatedBroker;
import milodex.data.HistoricalMarket;
import milodex.ledger.ClientOrderId;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.Fill;
import milodex.ledger.Intent;
import milodex.ledger.MemoryLedger;
import milodex.ledger.Side;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.risk.Circumstances;
import milodex.risk.RiskPolicy;
import org.junit.jupiter.api.Test;

/// At Friday's open ten shares of OIL and of GAS are held and ACME is wished for.
class SurveyorTest {

  private static final Symbol ACME = Symbol.of("ACME");
  private static final Symbol GAS = Symbol.of("GAS");
  private static final Symbol OIL = Symbol.of("OIL");
  private static final Symbol GONE = Symbol.of("GONE");
  private static final Instant OPEN = Instant.parse("2024-03-08T14:30:00Z");

  private final TinyMarket market =
      TinyMarket.of("2024-03-07", "2024-03-08")
          .bars("ACME", 3, 1_000, "50/52/22000 60/61")
          .bars("GAS", 3, 500, "10/11 12/13")
          .bars("OIL", 4, 500, "20/21 -");
  private final Books books = new Books(new MemoryLedger());

  @Test
  void pricesAreThoseOfTheOpenAndWhatHasNotOpenedIsValuedAtItsLastClose() {
    Circumstances seen = survey();

    assertThat(seen.instrument().price()).contains(Price.parse("60"));
    assertThat(seen.instrument().decisionPrice()).isEqualTo(Price.parse("52"));
    assertThat(seen.strategy().exposure())
        .isEqualTo(Map.of(GAS, Money.of(120), OIL, Money.of(210)));
    assertThat(seen.strategy().equity()).isEqualTo(Money.of(10_000 - 10 * 10 - 20 * 10 + 330));
    assertThat(seen.strategy().cash()).isEqualTo(Money.of(9_700));
    assertThat(seen.account().equity()).isEqualTo(Money.of(100_030));
  }

  @Test
  void volumeIsTheMeanOfTheTwentySessionsThatEndWithTheDecision() {
    assertThat(survey().instrument().meanVolume()).hasValue((19 * 1_000 + 22_000) / 20.0);
  }

  @Test
  void theSectorHoldsWhatTheAccountHoldsInIt() {
    Circumstances.Instrument seen = survey().instrument();

    assertThat(seen.sector()).contains("energy");
    assertThat(seen.sectorExposure()).isEqualTo(Money.of(120));
    assertThat(seen.broadFund()).isFalse();
  }

  @Test
  void correlationsAreWithWhatIsHeld() {
    Map<Symbol, Double> seen = survey().instrument().correlations();

    assertThat(seen).containsOnlyKeys(GAS, OIL);
    assertThat(seen.get(GAS)).isCloseTo(0.5, within(0.5)).isGreaterThan(0.4);
    assertThat(seen.get(OIL)).isLessThan(seen.get(GAS));
  }

  @Test
  void theNewestClosedBarIsThatOfTheDecisionAndTheSessionIsOpen() {
    Circumstances seen = survey();

    assertThat(seen.instrument().lastClosedBar()).contains(LocalDate.parse("2024-03-07"));
    assertThat(seen.instrument().expectedBar()).isEqualTo(LocalDate.parse("2024-03-07"));
    assertThat(seen.session().map(Session::date)).contains(LocalDate.parse("2024-03-08"));
  }

  @Test
  void anUnansweredPurchaseIsExposureAndTakesCashFromStrategyAndAccount() {
    Money before = survey().account().buyingPower();
    send("o1", Side.BUY, 100);
    send("o2", Side.SELL, 5);

    Circumstances seen = survey();

    assertThat(seen.strategy().exposure()).containsEntry(GAS, Money.of(1_320));
    assertThat(seen.strategy().cash()).isEqualTo(Money.of(8_500));
    assertThat(seen.account().exposure()).containsEntry(GAS, Money.of(1_320));
    assertThat(seen.account().buyingPower()).isEqualTo(before.minus(Money.of(1_200)));
    assertThat(seen.working()).hasSize(2);
    assertThat(seen.ordersInLastMinute()).isEqualTo(2);
    assertThat(seen.entriesToday()).isEqualTo(1);
  }

  @Test
  void anOrderWhoseSymbolShowsNoPriceIsValuedAsItWasJudged() {
    survey();
    books.record(
        OPEN,
        List.of(
            Draft.of(
                "judged",
                new Fact.ProposalJudged(
                    "intent-gone",
                    Play.ID,
                    GONE,
                    Side.BUY,
                    Quantity.of(10),
                    Price.parse("70"),
                    true,
                    List.of(),
                    List.of(),
                    "policy")),
            Draft.then(
                "gone",
                new Fact.OrderSubmitted(
                    new ClientOrderId("gone"),
                    "intent-gone",
                    Play.ID,
                    GONE,
                    Side.BUY,
                    Quantity.of(10)))));

    assertThat(survey().strategy().exposure()).containsEntry(GONE, Money.of(700));
    assertThat(survey().strategy().cash()).isEqualTo(Money.of(9_000));
  }

  @Test
  void anOrderThatNobodyCanValueMayTakeAllCashOfItsStrategy() {
    survey();
    record(
        "gone",
        new Fact.OrderSubmitted(
            new ClientOrderId("gone"), "intent-gone", Play.ID, GONE, Side.BUY, Quantity.of(10)));

    assertThat(survey().strategy().cash()).isEqualTo(Money.ZERO);
  }

  private Circumstances survey() {
    if (books.riskHead() == 0) {
      record(
          "opened",
          new Fact.BooksOpened(
              0,
              "play",
              LocalDate.parse("2024-03-07"),
              LocalDate.parse("2024-03-08"),
              Money.of(90_000),
              new TreeMap<>(Map.of(Play.ID, Money.of(10_000)))));
      record("gas", bought(GAS, "10"));
      record("oil", bought(OIL, "20"));
    }
    HistoricalMarket past = new HistoricalMarket(market.history(), market.begin() + 1);
    SimulatedBroker broker =
        new SimulatedBroker("A1", past, Costs.slippage(Fraction.ZERO), Money.of(99_700));
    return new Surveyor(
            books,
            past,
            Destination.alone(broker, "A1"),
            new Reconciliation(),
            RiskPolicy.standard())
        .survey(
            intent(),
            new Play(market, new Script())
                .sectors(Map.of("ACME", "energy", "GAS", "energy", "OIL", "other"))
                .strategy(),
            OPEN);
  }

  private static Intent intent() {
    return new Intent(
        "play/draft/ACME/BUY/2024-03-07",
        Play.ID,
        ACME,
        Side.BUY,
        Fraction.ONE,
        Optional.empty(),
        "rule",
        LocalDate.parse("2024-03-07"),
        LocalDate.parse("2024-03-08"),
        Optional.empty(),
        Price.parse("52"),
        new TreeMap<>());
  }

  private static Fact bought(Symbol symbol, String price) {
    return new Fact.FillRecorded(
        new Fill(
            "x" + symbol,
            new ClientOrderId("o"),
            Play.ID,
            symbol,
            Side.BUY,
            Quantity.of(10),
            Price.parse(price),
            Money.ZERO,
            LocalDate.parse("2024-03-07"),
            "rule",
            new TreeMap<>()));
  }

  private void send(String id, Side side, long shares) {
    record(
        id,
        new Fact.OrderSubmitted(
            new ClientOrderId(id), "intent-" + id, Play.ID, GAS, side, Quantity.of(shares)));
  }

  private void record(String key, Fact fact) {
    books.record(OPEN, Draft.of(key, fact));
  }
}
