package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import milodex.RandomMarket;
import milodex.Seeds;
import milodex.TinyMarket;
import milodex.Whim;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.portfolio.Trade;
import org.junit.jupiter.api.Test;

/// A rule without reason through markets in which everything happens.
class RandomRunsTest {

  private static final LocalDate CUT = LocalDate.parse("2023-04-14");

  @Test
  void ourBooksAndTheBrokersAgreeInEverySession() {
    Seeds.forEachSeed(
        12,
        seed -> {
          TinyMarket market = RandomMarket.of(Seeds.random(seed));
          RunResult result = TinyRuns.run(plan(market, seed), market);

          assertThat(result.windows().getFirst().refusals())
              .doesNotContainKey("reconciliation_required")
              .doesNotContainKey("check_failed");
          assertThat(fills(result)).isGreaterThan(20);
        });
  }

  @Test
  void thePartsOfARunAddUpToItsEndExactly() {
    Seeds.forEachSeed(
        12,
        seed -> {
          TinyMarket market = RandomMarket.of(Seeds.random(seed));
          RunResult result = TinyRuns.run(TinyRuns.windows(3, plan(market, seed)), market);

          for (WindowResult window : result.windows()) {
            assertThat(window.parts().sum()).isEqualTo(window.parts().end());
            assertThat(window.parts().fees()).isGreaterThan(Money.ZERO);
            Money closed =
                window.closed().stream().map(Trade::fees).reduce(Money.ZERO, Money::plus);
            assertThat(closed).isLessThanOrEqualTo(window.parts().fees());
          }
        });
  }

  @Test
  void aRunRepeatedGivesTheSameBytes() {
    Seeds.forEachSeed(
        4,
        seed -> {
          TinyMarket market = RandomMarket.of(Seeds.random(seed));
          BacktestPlan plan = plan(market, seed);

          assertThat(TinyRuns.run(plan, market).ledger().head())
              .isEqualTo(TinyRuns.run(plan, market).ledger().head());
        });
  }

  @Test
  void neitherAPoisonedNorAMissingFutureChangesWhatWasDoneBefore() {
    Seeds.forEachSeed(
        12,
        seed -> {
          TinyMarket market = RandomMarket.of(Seeds.random(seed));
          BacktestPlan plan = plan(market, seed);
          List<Event> told = upToCut(TinyRuns.run(plan, market));
          MemoryBarStore poisoned =
              MemoryBarStore.of(
                  market.series().stream().map(RandomRunsTest::poisonedAfterCut).toList(),
                  market.actions().stream().filter(RandomRunsTest::isNoLaterPayment).toList());

          assertThat(told).hasSizeGreaterThan(100);
          assertThat(upToCut(TinyRuns.run(plan, poisoned))).isEqualTo(told);
          assertThat(upToCut(TinyRuns.run(TinyRuns.until(CUT, plan), market))).isEqualTo(told);
        });
  }

  @Test
  void barsOlderThanWhatIsReadChangeNothing() {
    Seeds.forEachSeed(
        6,
        seed -> {
          TinyMarket market = RandomMarket.of(Seeds.random(seed));
          BacktestPlan plan =
              TinyRuns.between(
                  LocalDate.parse("2023-03-15"), LocalDate.parse("2023-06-30"), plan(market, seed));
          RunResult deep = TinyRuns.run(plan, market);
          LocalDate read = deep.ready().history().sessions().getFirst().date();
          MemoryBarStore shallow =
              MemoryBarStore.of(
                  market.series().stream()
                      .map(series -> series.between(read, LocalDate.parse("2100-01-01")))
                      .toList(),
                  market.actions());

          assertThat(read).isAfter(market.sessions().getFirst().date());
          assertThat(TinyRuns.run(plan, shallow).ledger().head()).isEqualTo(deep.ledger().head());
        });
  }

  private static BacktestPlan plan(TinyMarket market, long seed) {
    BacktestPlan plan = TinyRuns.plan(market, new Whim(seed));
    return new BacktestPlan(
        plan.strategy(),
        plan.from(),
        plan.to(),
        0,
        Money.of(50_000),
        new Costs(
            Fraction.parse("0.0007"), Money.ZERO, Fraction.parse("0.0003"), Money.parse("0.35")),
        plan.policy(),
        plan.benchmark());
  }

  private static long fills(RunResult result) {
    List<Event> events = new ArrayList<>();
    result.ledger().replay(events::add);
    return events.stream().filter(event -> event.fact() instanceof Fact.FillRecorded).count();
  }

  private static List<Event> upToCut(RunResult result) {
    List<Event> events = new ArrayList<>();
    result
        .ledger()
        .replay(
            event -> {
              boolean frame =
                  event.fact() instanceof Fact.BooksOpened
                      || event.fact() instanceof Fact.BooksClosed;
              LocalDate day = LocalDate.ofInstant(event.at(), ZoneOffset.UTC);
              if (!frame && !day.isAfter(CUT)) {
                events.add(event);
              }
            });
    return events;
  }

  private static BarSeries poisonedAfterCut(BarSeries bars) {
    double[] open = bars.columns().open().clone();
    double[] close = bars.columns().close().clone();
    for (int i = 0; i < bars.size(); i++) {
      if (bars.session(i).isAfter(CUT)) {
        open[i] = 1 + i % 7;
        close[i] = 1 + i % 5;
      }
    }
    double[] high = new double[open.length];
    double[] low = new double[open.length];
    for (int i = 0; i < open.length; i++) {
      boolean later = bars.session(i).isAfter(CUT);
      high[i] = later ? Math.max(open[i], close[i]) : bars.columns().high()[i];
      low[i] = later ? Math.min(open[i], close[i]) : bars.columns().low()[i];
    }
    return new BarSeries(
        bars.symbol(),
        bars.timeframe(),
        bars.adjustment(),
        bars.source(),
        bars.day(),
        bars.openedAt(),
        new BarColumns(open, high, low, close, bars.columns().volume()));
  }

  /// Ends are kept: that a symbol will be delisted is announced before.
  private static boolean isNoLaterPayment(CorporateAction action) {
    return action instanceof CorporateAction.Delisting || !action.exDate().isAfter(CUT);
  }
}
