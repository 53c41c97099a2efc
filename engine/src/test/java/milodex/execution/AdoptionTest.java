package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import milodex.Floor;
import milodex.Play;
import milodex.Script;
import milodex.Seeds;
import milodex.TinyMarket;
import milodex.broker.BrokerState;
import milodex.broker.FillRule;
import milodex.ledger.ExternalTrade;
import milodex.ledger.Fact.ExternalBooked;
import milodex.ledger.Side;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Price;
import milodex.money.Quantity;
import milodex.portfolio.Exit;
import milodex.portfolio.Outside;
import milodex.portfolio.Trade;
import org.junit.jupiter.api.Test;

/// On Friday one strategy holds a hundred shares of ACME at 50, on Monday its sibling forty.
class AdoptionTest {

  private static final Symbol ACME = Symbol.of("ACME");
  private static final Symbol OTHER = Symbol.of("OTHER");

  private static TinyMarket market() {
    return TinyMarket.of("2024-03-07", "2024-03-15")
        .bars("ACME", "50/50 50/50 50/50 50/50 20/20 20/20 20/20")
        .bars("OTHER", "7/7 7/7 7/7 7/7 7/7 7/7 7/7")
        .split("ACME", "2024-03-13", "2.5")
        .dividend("OTHER", "2024-03-14", "0.3");
  }

  private static Floor tuesday() {
    return new Floor(
            market(),
            FillRule.WHOLE,
            new Script().buy("2024-03-07", "ACME", 0.5),
            new Script().buy("2024-03-08", "ACME", 0.2))
        .day()
        .day()
        .day()
        .open();
  }

  private static BrokerState changed(BrokerState state, String cash, Symbol symbol, long shares) {
    SortedMap<Symbol, Quantity> positions = new TreeMap<>(state.positions());
    if (shares == 0) {
      positions.remove(symbol);
    } else {
      positions.put(symbol, Quantity.of(shares));
    }
    return new BrokerState(
        state.cash().plus(Money.parse(cash)), positions, state.orders(), state.opened());
  }

  private static void book(Floor floor, Adoption adoption) {
    assertThat(adoption).isInstanceOf(Adoption.Ready.class);
    assertThat(((Adoption.Ready) adoption).book(floor.books(), floor.at(60))).isPresent();
  }

  @Test
  void sharesThatCameBelongToNoStrategyAndTheCashTheyCostWasIdle() {
    Floor floor = tuesday().outside(state -> changed(state, "-71", OTHER, 10));

    Adoption adoption = floor.adoption("bought on the website");

    assertThat(((Adoption.Ready) adoption).bookings())
        .containsExactly(
            traded(new ExternalTrade(OTHER, Side.BUY, shares(10), price("7"), new TreeMap<>())),
            cash("-1"));
    book(floor, adoption);
    assertThat(floor.differences()).isEmpty();
    assertThat(floor.books().portfolio().outside())
        .isEqualTo(
            new Outside(
                Money.of(-71),
                new TreeMap<>(Map.of(OTHER, new Outside.Holding(shares(10), Money.of(70))))));
    assertThat(floor.books().portfolio().book(Play.ID).orElseThrow().held(OTHER))
        .isEqualTo(Quantity.ZERO);
  }

  @Test
  void adoptingTwiceWritesNothing() {
    Floor floor = tuesday().outside(state -> changed(state, "-70", OTHER, 10));
    Adoption.Ready first = (Adoption.Ready) floor.adoption("bought on the website");
    book(floor, first);
    int written = floor.events().size();

    assertThat(floor.adoption("bought on the website")).isEqualTo(new Adoption.Nothing(List.of()));
    assertThat(first.book(floor.books(), floor.at(61))).isEmpty();
    assertThat(floor.events()).hasSize(written);
  }

  @Test
  void sharesThatWentAreTakenFromTheOldestLotsAndAClosedTradeSaysSo() {
    Floor floor = tuesday().outside(state -> changed(state, "5000", ACME, 35));

    Adoption adoption = floor.adoption("sold by phone");

    assertThat(((Adoption.Ready) adoption).bookings())
        .first()
        .isEqualTo(
            new ExternalBooked(
                LocalDate.parse("2024-03-12"),
                Money.ZERO,
                Optional.of(
                    new ExternalTrade(
                        ACME,
                        Side.SELL,
                        shares(105),
                        price("50"),
                        new TreeMap<>(Map.of(Play.ID, shares(100), Floor.SIBLING, shares(5))))),
                "sold by phone"));
    book(floor, adoption);
    assertThat(floor.differences()).isEmpty();
    assertThat(floor.books().closedTrades())
        .singleElement()
        .satisfies(
            trade -> {
              assertThat(trade.strategy()).isEqualTo(Play.ID);
              assertThat(trade.exit().rule()).isEqualTo(Exit.EXTERNAL);
              assertThat(trade.gross()).isEqualTo(Money.ZERO);
            });
    assertThat(floor.books().portfolio().book(Floor.SIBLING).orElseThrow().held(ACME))
        .isEqualTo(shares(35));
    assertThat(floor.books().portfolio().idleCash()).isEqualTo(Money.of(-250));
  }

  @Test
  void anExitThatWaitsForSharesThatWentIsOver() {
    Script script = new Script().buy("2024-03-07", "ACME", 0.5).sell("2024-03-11", "ACME");
    Floor floor =
        new Floor(market(), FillRule.WHOLE, script)
            .day()
            .day()
            .day()
            .outside(state -> changed(state, "5000", ACME, 0));
    book(floor, floor.adoption("sold by phone"));

    floor.day();

    assertThat(floor.storyAfter(4)).containsExactly("03-12 NOTHING_HELD SELL ACME");
    assertThat(floor.books().closedTrades()).extracting(Trade::number).containsExactly(1);
  }

  @Test
  void whatComesOrGoesIsNoGainAndNoLoss() {
    Floor floor = tuesday();
    Money peak = floor.books().equity().peak();
    Money before = floor.books().equity().account().orElseThrow();
    floor.outside(state -> changed(state, "-9000", OTHER, 0));

    book(floor, floor.adoption("withdrawn"));

    assertThat(floor.books().equity().peak()).isEqualTo(peak.minus(Money.of(9_000)));
    assertThat(floor.books().equity().account()).contains(before.minus(Money.of(9_000)));
    assertThat(floor.books().portfolio().equity(_ -> Optional.of(price("50"))))
        .isEqualTo(before.minus(Money.of(9_000)));
  }

  @Test
  void nothingIsAdoptedWhileAnOrderOfOursIsOpen() {
    Floor floor =
        new Floor(market(), FillRule.WHOLE.resting(), new Script().buy("2024-03-07", "ACME", 0.5))
            .day()
            .open();

    assertThat(floor.adoption("whatever"))
        .isEqualTo(new Adoption.OrdersOpen(floor.books().orders().working()));
  }

  @Test
  void sharesWithoutAPriceAreNamed() {
    Floor floor = tuesday().outside(state -> changed(state, "0", Symbol.of("WEIRD"), 3));

    assertThat(floor.adoption("bought on the website"))
        .isEqualTo(new Adoption.Unpriced(new TreeSet<>(List.of(Symbol.of("WEIRD")))));
  }

  @Test
  void itTakesAReason() {
    assertThatThrownBy(() -> tuesday().adoption(" ")).hasMessageContaining("reason");
  }

  @Test
  void entriesOfOneSymbolWaitForItAndThoseOfOthersDoNot() {
    Script script = new Script().buy("2024-03-11", "ACME", 0.1).buy("2024-03-11", "OTHER", 0.1);
    Floor floor =
        new Floor(market(), FillRule.WHOLE, script)
            .day()
            .day()
            .day()
            .outside(state -> changed(state, "0", ACME, 3))
            .open();

    assertThat(floor.storyAfter(2))
        .containsExactly(
            "03-12 refused BUY ACME: reconciliation_required",
            "03-12 REFUSED BUY ACME",
            "03-12 bought 142 OTHER at 7");
  }

  @Test
  void afterAnyChangesOutsideBooksAndBrokerAreEqualAndStaySo() {
    Seeds.forEachSeed(
        200,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          Floor floor = tuesday();
          for (int change = 0; change < 3; change++) {
            floor.outside(state -> random(state, random));
          }
          boolean differs = !floor.differences().isEmpty();
          Adoption adoption = floor.adoption("whatever it was");
          if (differs) {
            book(floor, adoption);
          }
          assertThat(floor.differences()).isEmpty();
          assertThat(floor.adoption("again")).isEqualTo(new Adoption.Nothing(List.of()));
          floor.close().day().outside(state -> random(state, random)).open();
          if (floor.adoption("more") instanceof Adoption.Ready more) {
            book(floor, more);
          }
          assertThat(floor.differences()).isEmpty();
          floor.close().day();
          assertThat(floor.differences()).isEmpty();
        });
  }

  private static BrokerState random(BrokerState state, RandomGenerator random) {
    Symbol symbol = random.nextBoolean() ? ACME : OTHER;
    BigDecimal cents = BigDecimal.valueOf(random.nextLong(-200_000, 200_000), 2);
    return changed(state, cents.toPlainString(), symbol, random.nextLong(0, 200));
  }

  private static ExternalBooked traded(ExternalTrade trade) {
    return new ExternalBooked(
        LocalDate.parse("2024-03-12"), Money.ZERO, Optional.of(trade), "bought on the website");
  }

  private static ExternalBooked cash(String dollars) {
    return new ExternalBooked(
        LocalDate.parse("2024-03-12"),
        Money.parse(dollars),
        Optional.empty(),
        "bought on the website");
  }

  private static Quantity shares(long count) {
    return Quantity.of(count);
  }

  private static Price price(String dollars) {
    return Price.parse(dollars);
  }
}
