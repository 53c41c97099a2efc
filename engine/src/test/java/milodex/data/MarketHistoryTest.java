package milodex.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import milodex.TinyMarket;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import org.junit.jupiter.api.Test;

class MarketHistoryTest {

  private static final Symbol ACME = Symbol.of("ACME");
  private static final Symbol OTHER = Symbol.of("OTHER");

  private static TinyMarket week(String words) {
    return TinyMarket.of("2024-03-07", "2024-03-12").bars("ACME", words);
  }

  @Test
  void aTotalReturnCountsTheDividendOfItsDayAndNoSplit() {
    MarketHistory history =
        week("100/100 100/110 54/54 54/54")
            .split("ACME", "2024-03-11", "2")
            .dividend("ACME", "2024-03-11", "1.1")
            .history();
    int[] days = {epochDay("2024-03-08"), epochDay("2024-03-11"), epochDay("2024-03-12")};

    double[] returns = history.totalReturns(ACME, days).orElseThrow();

    assertThat(returns[0]).isCloseTo(0.1, within(1e-12));
    assertThat(returns[1]).isCloseTo((54 + 1.1) / 55 - 1, within(1e-12));
    assertThat(returns[2]).isZero();
  }

  @Test
  void aTotalReturnOverAHoleIsUnknown() {
    MarketHistory history = week("100/100 - 54/54 54/54").history();

    assertThat(history.totalReturns(ACME, new int[] {epochDay("2024-03-08")})).isEmpty();
    assertThat(history.totalReturns(ACME, new int[] {epochDay("2024-03-11")})).isEmpty();
    assertThat(history.totalReturns(ACME, new int[] {epochDay("2024-03-12")})).isPresent();
    assertThat(history.totalReturns(OTHER, new int[] {epochDay("2024-03-12")})).isEmpty();
  }

  @Test
  void whatIsBookedLateComesFirstAtTheLastOpenAndAtNoOther() {
    TinyMarket market =
        week("100/100 100/100 100/100 100/100")
            .split("ACME", "2024-03-08", "2")
            .dividend("ACME", "2024-03-12", "1");
    MarketHistory history = market.history();
    CorporateAction split = history.actions().getFirst();

    MarketHistory late = history.booking(List.of(split));

    int last = market.begin() + 3;
    assertThat(late.dueAt(last)).hasSize(2).first().isEqualTo(split);
    assertThat(late.actionsAt(last)).isEqualTo(history.actionsAt(last)).hasSize(1);
    assertThat(late.dueAt(last - 2)).isEqualTo(history.actionsAt(last - 2)).hasSize(1);
    assertThat(history.dueAt(last)).isEqualTo(history.actionsAt(last));
  }

  @Test
  void anActionOnADayWithoutASessionTakesEffectAtTheNextOpen() {
    TinyMarket market = week("100/100 100/100 100/100 100/100").dividend("ACME", "2024-03-09", "1");
    MarketHistory history = market.history();

    assertThat(history.actionsAt(market.begin() + 1)).isEmpty();
    assertThat(history.actionsAt(market.begin() + 2)).hasSize(1);
  }

  @Test
  void anActionToldTwiceIsOneAndTheOrderDoesNotHangOnTheTelling() {
    TinyMarket market =
        week("100/100 100/100 100/100 100/100")
            .bars("OTHER", "10/10 10/10 10/10 10/10")
            .dividend("OTHER", "2024-03-11", "1")
            .dividend("ACME", "2024-03-11", "1")
            .dividend("ACME", "2024-03-11", "1")
            .split("ACME", "2024-03-11", "2");

    assertThat(market.history().actionsAt(market.begin() + 2))
        .containsExactly(
            new CorporateAction.Split(ACME, LocalDate.parse("2024-03-11"), new BigDecimal("2")),
            new CorporateAction.Dividend(ACME, LocalDate.parse("2024-03-11"), BigDecimal.ONE),
            new CorporateAction.Dividend(OTHER, LocalDate.parse("2024-03-11"), BigDecimal.ONE));
  }

  @Test
  void barsThatJustEndAreNamedAndThoseThatReachTheEndAreNot() {
    TinyMarket market = week("100/100 100/99").bars("OTHER", "10/10 - - 10/10");

    assertThat(market.history().assumedDelistings())
        .containsExactly(
            new CorporateAction.Delisting(
                ACME, LocalDate.parse("2024-03-08"), BigDecimal.valueOf(99.0)));
  }

  @Test
  void aKnownDelistingIsNotAssumed() {
    TinyMarket market = week("100/100 100/99").delisting("ACME", "2024-03-08", "0");

    assertThat(market.history().assumedDelistings()).isEmpty();
    assertThat(market.history().actionsAt(market.begin() + 2)).hasSize(1);
  }

  @Test
  void barsAreCountedBetweenTwoSessions() {
    TinyMarket market = week("100/100 - 100/100 100/100");
    int begin = market.begin();

    assertThat(market.history().barsBetween(ACME, begin, begin + 3)).isEqualTo(3);
    assertThat(market.history().barsBetween(ACME, begin + 1, begin + 1)).isZero();
    assertThat(market.history().barsBetween(OTHER, begin, begin + 3)).isZero();
  }

  private static int epochDay(String date) {
    return Math.toIntExact(LocalDate.parse(date).toEpochDay());
  }
}
