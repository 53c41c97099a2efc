package milodex.trading;

import static org.assertj.core.api.Assertions.assertThat;

import milodex.Play;
import milodex.Script;
import milodex.TinyMarket;
import milodex.market.Adjustment;
import milodex.market.BarSeries;
import milodex.market.BarWindow;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.money.Quantity;
import org.junit.jupiter.api.Test;

class CorporateActionsTest {

  private static final Symbol ACME = Symbol.of("ACME");

  /// Thursday to Wednesday.
  private static TinyMarket week(String words) {
    return TinyMarket.of("2024-03-07", "2024-03-13").bars("ACME", words);
  }

  private static Script holding() {
    return new Script().buy("2024-03-07", "ACME", 0.5);
  }

  @Test
  void aTwoForOneSplitDoublesTheSharesAndTheRuleSeesOneUnit() {
    TinyMarket market =
        week("100/100 100/100 100/102 51/51 52/52").split("ACME", "2024-03-12", "2");
    Script script = holding();
    Play play = new Play(market, script);

    assertThat(play.story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 50 ACME at 100",
            "03-12 split ACME 2, in lieu 51");
    assertThat(play.books().portfolio().held(ACME)).isEqualTo(Quantity.of(100));
    assertThat(play.books().portfolio().cash()).isEqualTo(Money.of(5_000));
    assertThat(script.sawOn("2024-03-11").window(ACME).orElseThrow().close(0)).isEqualTo(102);
    assertThat(script.sawOn("2024-03-12").window(ACME).orElseThrow().close(1)).isEqualTo(51);
    assertThat(script.heldOn("2024-03-12", "ACME").entryPrice()).isEqualTo(50);
  }

  @Test
  void anOddShareOfAThreeForTwoSplitIsPaidInCashAtTheOpen() {
    TinyMarket market =
        week("100/100 100/100 100/100 66/66 66/66").split("ACME", "2024-03-12", "1.5");
    Play play = new Play(market, new Script().buy("2024-03-07", "ACME", 0.33));

    assertThat(play.story()).contains("03-12 split ACME 1.5, in lieu 66");
    assertThat(play.books().portfolio().held(ACME)).isEqualTo(Quantity.of(49));
    assertThat(play.books().portfolio().cash()).isEqualTo(Money.of(6_700 + 33));
  }

  @Test
  void aReverseSplitThatLeavesNoWholeShareClosesThePositionAndItsExit() {
    TinyMarket market =
        week("100/100 100/100 100/100 1000/1000 1000/1000").split("ACME", "2024-03-12", "0.1");
    Play play =
        new Play(market, new Script().buy("2024-03-07", "ACME", 0.09).sell("2024-03-11", "ACME"));

    assertThat(play.story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 9 ACME at 100",
            "03-11 wants SELL ACME",
            "03-12 split ACME 0.1, in lieu 1000",
            "03-12 NOTHING_HELD SELL ACME");
    assertThat(play.books().portfolio().cash()).isEqualTo(Money.of(10_000));
    assertThat(play.books().closedTrades()).hasSize(1);
  }

  @Test
  void aReverseSplitPaysTheFractionOfOneNewShareInCash() {
    TinyMarket market =
        week("100/100 100/100 100/100 1010/1000 1000/1000").split("ACME", "2024-03-12", "0.1");
    Play play = new Play(market, new Script().buy("2024-03-07", "ACME", 0.25));

    assertThat(play.story()).contains("03-12 split ACME 0.1, in lieu 1010");
    assertThat(play.books().portfolio().held(ACME)).isEqualTo(Quantity.of(2));
    assertThat(play.books().portfolio().cash()).isEqualTo(Money.of(7_500 + 505));
  }

  @Test
  void aPurchaseDecidedBeforeAReverseSplitIsSizedInNewShares() {
    TinyMarket market =
        week("100/100 100/100 1000/1000 1000/1000 1000/1000").split("ACME", "2024-03-11", "0.1");
    Play play = new Play(market, new Script().buy("2024-03-08", "ACME", 0.3)).limited();

    assertThat(play.story()).containsExactly("03-08 wants BUY ACME", "03-11 bought 3 ACME at 1000");
  }

  @Test
  void aRealGapOverASplitIsStillRefused() {
    TinyMarket market = week("100/100 100/100 60/60 60/60 60/60").split("ACME", "2024-03-11", "2");

    assertThat(new Play(market, new Script().buy("2024-03-08", "ACME", 0.3)).limited().story())
        .contains("03-11 refused BUY ACME: gap_since_decision");
  }

  @Test
  void aRuleSeesTheDividendOnTheBarThatTradesWithoutItInTheSharesOfItsLastSession() {
    TinyMarket market =
        week("100/100 99/99 99/99 49/49 49/49")
            .dividend("ACME", "2024-03-08", "1")
            .split("ACME", "2024-03-12", "2");
    Script script = new Script();
    new Play(market, script).story();

    BarWindow before = script.sawOn("2024-03-11").window(ACME).orElseThrow();
    assertThat(before.dividend(0)).isZero();
    assertThat(before.dividend(1)).isEqualTo(1);
    assertThat(script.sawOn("2024-03-12").window(ACME).orElseThrow().dividend(2)).isEqualTo(0.5);
  }

  @Test
  void aVendorAdjustedSeriesPaysInItsOwnSharesAndIsNotSplitAgain() {
    TinyMarket market =
        week("50/50 50/50 50/50 50/50 50/50")
            .dividend("ACME", "2024-03-11", "1")
            .dividend("ACME", "2024-03-13", "1")
            .split("ACME", "2024-03-12", "2");
    BarSeries raw = market.series().getFirst();
    market.with(
        new BarSeries(
            ACME,
            raw.timeframe(),
            Adjustment.SPLIT_ADJUSTED,
            raw.source(),
            raw.day(),
            raw.openedAt(),
            raw.columns()));

    assertThat(new Play(market, holding()).story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 100 ACME at 50",
            "03-11 dividend 50 for 100 ACME",
            "03-13 dividend 100 for 100 ACME");
  }

  @Test
  void aPurchaseDecidedBeforeASplitIsSizedInNewSharesAndItsGapInOldOnesIsNone() {
    TinyMarket market = week("100/100 100/100 50/50 50/50 50/50").split("ACME", "2024-03-11", "2");
    Play play = new Play(market, new Script().buy("2024-03-08", "ACME", 0.3)).limited();

    assertThat(play.story()).containsExactly("03-08 wants BUY ACME", "03-11 bought 60 ACME at 50");
  }

  @Test
  void whoeverHeldThePreviousCloseGetsTheDividendInTheSharesHeldThen() {
    TinyMarket market =
        week("100/100 100/100 100/100 100/100 100/100").dividend("ACME", "2024-03-11", "0.255");

    assertThat(new Play(market, holding()).story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 50 ACME at 100",
            "03-11 dividend 12.75 for 50 ACME");
  }

  @Test
  void whoeverBuysOnTheExDateGetsNoDividend() {
    TinyMarket market =
        week("100/100 100/100 100/100 100/100 100/100").dividend("ACME", "2024-03-08", "0.5");

    assertThat(new Play(market, holding()).story())
        .containsExactly("03-07 wants BUY ACME", "03-08 bought 50 ACME at 100");
  }

  @Test
  void whoeverSellsOnTheExDateIsPaidTheDividend() {
    TinyMarket market =
        week("100/100 100/100 99/99 99/99 99/99").dividend("ACME", "2024-03-11", "1");

    assertThat(new Play(market, holding().sell("2024-03-08", "ACME")).story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 50 ACME at 100",
            "03-08 wants SELL ACME",
            "03-11 dividend 50 for 50 ACME",
            "03-11 sold 50 ACME at 99");
  }

  @Test
  void aDividendInTheSharesOfItsExDateIsPaidAfterTheSplitOfThatDay() {
    TinyMarket market =
        week("100/100 100/100 50/50 50/50 50/50")
            .dividend("ACME", "2024-03-11", "0.5")
            .split("ACME", "2024-03-11", "2");

    assertThat(new Play(market, holding()).story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 50 ACME at 100",
            "03-11 split ACME 2, in lieu 50",
            "03-11 dividend 50 for 100 ACME");
  }

  @Test
  void twoDividendsOfOneAmountOnOneDayAreBothPaid() {
    TinyMarket market =
        week("100/100 100/100 100/100 100/100 100/100")
            .dividend("ACME", "2024-03-09", "0.5")
            .dividend("ACME", "2024-03-11", "0.5");

    assertThat(new Play(market, holding()).story())
        .containsSequence("03-11 dividend 25 for 50 ACME", "03-11 dividend 25 for 50 ACME");
  }

  @Test
  void aDelistingPaysItsFinalPriceInTheSessionAfterAndEndsTheWaitingExit() {
    TinyMarket market = week("100/100 100/100 100/90").delisting("ACME", "2024-03-11", "88.5");
    Play play = new Play(market, holding().sell("2024-03-11", "ACME"));

    assertThat(play.story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 50 ACME at 100",
            "03-11 wants SELL ACME",
            "03-12 ACME stopped trading, pays 88.5",
            "03-12 NOTHING_HELD SELL ACME");
    assertThat(play.books().portfolio().cash()).isEqualTo(Money.parse("9425"));
  }

  @Test
  void barsThatJustEndAreTakenForADelistingAtTheLastClose() {
    TinyMarket market = week("100/100 100/100 100/90");

    assertThat(new Play(market, holding()).story())
        .containsExactly(
            "03-07 wants BUY ACME",
            "03-08 bought 50 ACME at 100",
            "03-12 ACME stopped trading, pays 90");
  }

  @Test
  void nobodyKnowsOnTheLastDayThatTheBarsWillJustEnd() {
    Script script = new Script();
    new Play(week("100/100 100/100 100/90"), script).story();

    assertThat(script.sawOn("2024-03-11").whyBarred(ACME)).isEmpty();
    assertThat(script.sawOn("2024-03-12").whyBarred(ACME)).contains("no_bar_today");
  }
}
