package milodex.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.ledger.Event;
import milodex.ledger.Excursion;
import milodex.ledger.Fact;
import org.junit.jupiter.api.Test;

/// Highs lie 1 % above the greater of open and close, lows 1 % below the lesser.
class HindsightTest {

  private static TinyMarket week(String words) {
    return TinyMarket.of("2024-03-07", "2024-03-13").bars("ACME", words);
  }

  /// In at the open of the 8th, out at the open of the 12th.
  private static Script heldForTwoSessions() {
    return new Script().buy("2024-03-07", "ACME", 0.5).sell("2024-03-11", "ACME");
  }

  @Test
  void theBarsItWasHeldThroughCountWholeAndOfTheLastOneOnlyTheExitPrice() {
    assertRan(week("100/100 100/104 104/95 97/180 180/180"), 95 * 0.99 / 100 - 1, 1.04 * 1.01 - 1);
  }

  @Test
  void thePriceItWasLeftAtCountsWhereNoBarReachedIt() {
    assertRan(week("100/100 100/104 104/95 130/130 130/130"), 95 * 0.99 / 100 - 1, 0.3);
    assertRan(week("100/100 100/104 104/95 60/60 60/60"), -0.4, 1.04 * 1.01 - 1);
  }

  @Test
  void nothingFromBeforeItWasEnteredCounts() {
    assertRan(week("100/10 100/100 100/100 100/100 100/100"), -0.01, 0.01);
  }

  @Test
  void aSplitOnTheWayIsUndone() {
    assertRan(
        week("100/100 100/104 52/47.5 48.5/48.5 48.5/48.5").split("ACME", "2024-03-11", "2"),
        47.5 * 0.99 / 50 - 1,
        1.04 * 1.01 - 1);
    assertRan(
        week("100/100 100/104 104/95 48.5/48.5 48.5/48.5").split("ACME", "2024-03-12", "2"),
        95 * 0.99 / 100 - 1,
        1.04 * 1.01 - 1);
  }

  @Test
  void theEntryPriceIsTheOnePaidSlippageIncluded() {
    TinyMarket market = week("100/100 100/104 104/95 97/97 97/97");
    Excursion ran =
        only(new Play(market, heldForTwoSessions()).slippage("0.01")).excursion().orElseThrow();

    assertThat(ran.worst().toDouble()).isCloseTo(95 * 0.99 / 101 - 1, within(1e-12));
    assertThat(ran.best().toDouble()).isCloseTo(104 * 1.01 / 101 - 1, within(1e-12));
  }

  @Test
  void withAMissingBarItIsNotKnownAndNotZero() {
    Fact.TradeMeasured measured =
        only(new Play(week("100/100 100/104 - 97/97 97/97"), heldForTwoSessions()));

    assertThat(measured.excursion()).isEmpty();
    assertThat(measured.says()).isEqualTo("a bar it was held through is missing");
  }

  @Test
  void aTradeThatStoppedTradingIsMeasuredByTheBarsThereWere() {
    TinyMarket market = week("100/100 100/104 104/95").delisting("ACME", "2024-03-11", "40");
    Script held = new Script().buy("2024-03-07", "ACME", 0.5);
    Excursion ran = only(new Play(market, held)).excursion().orElseThrow();

    assertThat(ran.worst().toDouble()).isCloseTo(-0.6, within(1e-12));
    assertThat(ran.best().toDouble()).isCloseTo(1.04 * 1.01 - 1, within(1e-12));
  }

  @Test
  void eachTradeIsMeasuredOnceBecauseOfTheEventThatClosedItAndAnOpenOneIsNot() {
    Script twice =
        new Script()
            .buy("2024-03-07", "ACME", 0.5)
            .sell("2024-03-08", "ACME")
            .buy("2024-03-11", "ACME", 0.5);
    Play play = new Play(week("100/100 100/100 100/100 100/100 100/100"), twice);
    List<Event> events = play.events();

    assertThat(events.stream().filter(event -> event.fact() instanceof Fact.TradeMeasured))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.cause())
                  .isEqualTo(play.books().closedTrades().getFirst().exit().seq());
              assertThat(event.at()).isEqualTo(events.get((int) event.cause() - 1).at());
            });
    assertThat(play.books().unmeasured()).isEmpty();
    assertThat(play.books().closedTrades().getFirst().measured()).isPresent();
  }

  private static void assertRan(TinyMarket market, double worst, double best) {
    Optional<Excursion> ran = only(new Play(market, heldForTwoSessions())).excursion();
    assertThat(ran).isPresent();
    assertThat(ran.orElseThrow().worst().toDouble()).isCloseTo(worst, within(1e-12));
    assertThat(ran.orElseThrow().best().toDouble()).isCloseTo(best, within(1e-12));
  }

  private static Fact.TradeMeasured only(Play play) {
    return play.events().stream()
        .filter(event -> event.fact() instanceof Fact.TradeMeasured)
        .map(event -> (Fact.TradeMeasured) event.fact())
        .reduce(
            (_, second) -> {
              throw new AssertionError("measured twice: " + second);
            })
        .orElseThrow();
  }
}
