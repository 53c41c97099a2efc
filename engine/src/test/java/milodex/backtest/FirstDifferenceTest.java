package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import milodex.Play;
import milodex.ledger.Fact;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.strategy.Alternative;
import milodex.strategy.Decision;
import milodex.strategy.Reading;
import milodex.strategy.Signal;
import org.junit.jupiter.api.Test;

class FirstDifferenceTest {

  @Test
  void equalDecisionsDoNotDiffer() {
    assertThat(FirstDifference.between(buys("AAA", 7.5), buys("AAA", 7.5))).isEmpty();
  }

  @Test
  void theRuleIsNamedBeforeEverythingElse() {
    assertThat(FirstDifference.between(buys("AAA", 7.5), passes("AAA", "dear")))
        .contains("rule: buy in the run, now no_signal");
  }

  @Test
  void anotherSymbolIsNamedByItsPlace() {
    assertThat(FirstDifference.between(buys("AAA", 7.5), buys("BBB", 7.5)))
        .contains("signals.0.enter.symbol: AAA in the run, now BBB");
  }

  @Test
  void anotherReadingIsNamedByItsPlace() {
    assertThat(FirstDifference.between(buys("AAA", 7.5), buys("AAA", 7.25)))
        .contains("signals.0.enter.readings.0.threshold: 7.5 in the run, now 7.25");
  }

  @Test
  void anotherReasonForDoingNothingIsADifference() {
    assertThat(FirstDifference.between(passes("AAA", "dear"), passes("AAA", "cheap")))
        .contains("passedOver.dear: 1 in the run, now absent");
  }

  @Test
  void moreWishesAreCounted() {
    Signal wish = wish("AAA", 1);
    assertThat(
            FirstDifference.between(
                fact(Decision.of(List.of(wish), List.of())),
                fact(Decision.of(List.of(wish, wish("BBB", 1)), List.of()))))
        .contains("signals: 1 of them in the run, now 2 of them");
  }

  private static Fact buys(String symbol, double rsi) {
    return fact(Decision.of(List.of(wish(symbol, rsi)), List.of()));
  }

  private static Signal wish(String symbol, double rsi) {
    return Signal.Enter.weighing(Symbol.of(symbol), "buy", 0.5, 1, List.of(Reading.of("rsi", rsi)));
  }

  private static Fact passes(String symbol, String reason) {
    return fact(
        Decision.nothing(Decision.NO_SIGNAL, List.of(Alternative.of(Symbol.of(symbol), reason))));
  }

  private static Fact fact(Decision decision) {
    return Fact.StrategyEvaluated.of(
        Play.ID, LocalDate.parse("2024-03-08"), decision, Money.of(2), Money.of(1), 1);
  }
}
