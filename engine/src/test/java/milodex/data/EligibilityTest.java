package milodex.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import milodex.data.Eligibility.Reason;
import milodex.data.Eligibility.Stretch;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import org.junit.jupiter.api.Test;

class EligibilityTest {

  private final SessionDays sessions = Bars.weekdays("2020-01-01", 800);

  @Test
  void aSymbolSeasonsForAYearHoweverShortTheRulesLookback() {
    Eligibility eligibility = judged(Bars.on(sessions, i -> i >= 10), 2);
    assertThat(eligibility.excluded())
        .containsExactly(stretch(Reason.NOT_LISTED, 0, 9), stretch(Reason.TOO_FEW_BARS, 10, 260));
    assertThat(eligibility.isEligible(261)).isTrue();
  }

  @Test
  void aRuleThatLooksBackFurtherWaitsLonger() {
    assertThat(judged(Bars.on(sessions, i -> true), 300).excluded())
        .containsExactly(stretch(Reason.TOO_FEW_BARS, 0, 298));
  }

  @Test
  void oneMissingSessionExcludesUntilTheWindowIsWholeAgain() {
    Eligibility eligibility = judged(Bars.on(sessions, i -> i != 400), 20);
    assertThat(eligibility.excluded())
        .containsExactly(
            stretch(Reason.TOO_FEW_BARS, 0, 250),
            stretch(Reason.NO_BAR_TODAY, 400, 400),
            stretch(Reason.HOLE, 401, 419));
    assertThat(eligibility.isEligible(420)).isTrue();
  }

  @Test
  void aGapOfThreeSessionsExcludesForAYear() {
    Eligibility eligibility = judged(Bars.on(sessions, i -> i < 400 || i > 402), 5);
    assertThat(eligibility.excluded())
        .containsExactly(
            stretch(Reason.TOO_FEW_BARS, 0, 250),
            stretch(Reason.NO_BAR_TODAY, 400, 402),
            stretch(Reason.HOLE, 403, 406),
            stretch(Reason.GAP, 407, 653));
  }

  @Test
  void scatteredHolesThatCostMoreThanTwoPercentExclude() {
    Eligibility eligibility = judged(Bars.on(sessions, i -> i < 300 || i % 20 != 0 || i > 400), 2);
    assertThat(eligibility.at(402)).isEqualTo(Reason.LOW_COVERAGE);
    assertThat(eligibility.at(399)).isEqualTo(Reason.ELIGIBLE);
    assertThat(eligibility.at(551)).isEqualTo(Reason.LOW_COVERAGE);
    assertThat(eligibility.at(552)).isEqualTo(Reason.ELIGIBLE);
  }

  @Test
  void aDelistedSymbolTakesNoEntryFromItsLastSessionOn() {
    CorporateAction delisting =
        new CorporateAction.Delisting(Bars.SPY, sessions.date(500), BigDecimal.ONE);
    Eligibility eligibility =
        Eligibility.of(Bars.on(sessions, i -> i <= 500), List.of(delisting), sessions, 2);
    assertThat(eligibility.at(499)).isEqualTo(Reason.ELIGIBLE);
    assertThat(eligibility.excluded().getLast()).isEqualTo(stretch(Reason.DELISTED, 500, 799));
  }

  @Test
  void aTickerTakesNoEntryFromTheDayItsCompanyLeftIt() {
    CorporateAction change =
        new CorporateAction.TickerChange(Bars.SPY, sessions.date(501), Symbol.of("NEW"));
    Eligibility eligibility =
        Eligibility.of(Bars.on(sessions, i -> true), List.of(change), sessions, 2);
    assertThat(eligibility.at(500)).isEqualTo(Reason.ELIGIBLE);
    assertThat(eligibility.excluded().getLast()).isEqualTo(stretch(Reason.RENAMED, 501, 799));
  }

  @Test
  void aBarOnADayWithoutSessionCountsForNothing() {
    BarSeries series = new Bars().bar("2019-12-29", 100).bar("2020-01-01", 100).raw();
    assertThat(judged(series, 1).at(0)).isEqualTo(Reason.TOO_FEW_BARS);
    assertThat(judged(series, 1).at(1)).isEqualTo(Reason.NO_BAR_TODAY);
  }

  @Test
  void aRuleReadsAtLeastOneBar() {
    assertThatThrownBy(() -> judged(Bars.on(sessions, i -> true), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onePassAnswersAsCountingAnewAtEverySessionDoes() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    for (int round = 0; round < 30; round++) {
      int lookback = 1 + random.nextInt(300);
      boolean[] present = presence(random);
      Eligibility eligibility = judged(Bars.on(sessions, i -> present[i]), lookback);
      for (int i = 0; i < present.length; i++) {
        assertThat(eligibility.at(i))
            .as("round %d session %d", round, i)
            .isEqualTo(counted(present, i, lookback));
      }
    }
  }

  @Test
  void whatComesLaterChangesNothingEarlier() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(8);
    for (int round = 0; round < 10; round++) {
      boolean[] present = presence(random);
      int cut = random.nextInt(present.length);
      Eligibility whole = judged(Bars.on(sessions, i -> present[i]), 50);
      Eligibility known = judged(Bars.on(sessions, i -> i <= cut && present[i]), 50);
      for (int i = 0; i <= cut; i++) {
        assertThat(known.at(i)).isEqualTo(whole.at(i));
      }
    }
  }

  @Test
  void whatLiesFurtherBackThanItRemembersChangesNothing() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(9);
    for (int round = 0; round < 20; round++) {
      boolean[] present = presence(random);
      int lookback = 1 + random.nextInt(300);
      int last = 400 + random.nextInt(400);
      int cut = last + 1 - Eligibility.memory(lookback);
      Eligibility deep = judged(Bars.on(sessions, i -> present[i]), lookback);
      Eligibility shallow =
          Eligibility.of(
              Bars.on(sessions, i -> i >= cut && present[i]),
              List.of(),
              sessions.between(cut, last),
              lookback);
      assertThat(shallow.at(last - cut)).as("round %d", round).isEqualTo(deep.at(last));
    }
  }

  /// A symbol listed some day, with rare holes and now and then a long one.
  private boolean[] presence(RandomGenerator random) {
    boolean[] present = new boolean[sessions.size()];
    double holes = random.nextDouble() * 0.03;
    int hole = 0;
    for (int i = random.nextInt(100); i < present.length; i++) {
      if (hole == 0 && random.nextDouble() < holes) {
        hole = 1 + random.nextInt(4);
      }
      present[i] = hole == 0;
      hole = Math.max(0, hole - 1);
    }
    return present;
  }

  private static Reason counted(boolean[] present, int i, int lookback) {
    int needed = Math.max(lookback, 252);
    int bars = count(present, Math.max(0, i + 1 - needed - 30), i);
    if (bars == 0) {
      return Reason.NOT_LISTED;
    }
    if (!present[i]) {
      return Reason.NO_BAR_TODAY;
    }
    if (bars < needed) {
      return Reason.TOO_FEW_BARS;
    }
    if (!whole(present, i, lookback)) {
      return Reason.HOLE;
    }
    for (int start = 0; start + 2 <= i; start++) {
      boolean gap = count(present, start, start + 2) == 0;
      if (gap && start + 2 > i - needed) {
        return Reason.GAP;
      }
    }
    return count(present, i - needed + 1, i) < 0.98 * needed - 1e-9
        ? Reason.LOW_COVERAGE
        : Reason.ELIGIBLE;
  }

  private static boolean whole(boolean[] present, int i, int lookback) {
    return i + 1 >= lookback && count(present, i - lookback + 1, i) == lookback;
  }

  private static int count(boolean[] present, int from, int to) {
    int count = 0;
    for (int i = from; i <= to; i++) {
      count += present[i] ? 1 : 0;
    }
    return count;
  }

  private Eligibility judged(BarSeries series, int lookback) {
    return Eligibility.of(series, List.of(), sessions, lookback);
  }

  private Stretch stretch(Reason reason, int from, int to) {
    return new Stretch(reason, sessions.date(from), sessions.date(to));
  }
}
