package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.execution.ActiveStrategy;
import milodex.ledger.Event;
import milodex.ledger.Fact;
import milodex.market.BarColumns;
import milodex.market.BarSeries;
import milodex.market.CorporateAction;
import milodex.market.Symbol;
import milodex.money.Costs;
import milodex.money.Fraction;
import milodex.money.Money;
import milodex.strategy.Signal;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

class BacktestTest {

  private static final LocalDate CUT = LocalDate.of(2015, 6, 30);

  @Test
  void theSamePlanOverTheSameBarsGivesTheSameBytes() {
    RunResult first = SampleRuns.run(SampleRuns.plan(SampleRuns.pullback(), 4));
    RunResult again = SampleRuns.run(SampleRuns.plan(SampleRuns.pullback(), 4));

    assertThat(again.ready().inputs().id()).isEqualTo(first.ready().inputs().id());
    assertThat(again.ledger().head()).isEqualTo(first.ledger().head());
    assertThat(RunSummary.of(again).canonical()).isEqualTo(RunSummary.of(first).canonical());
  }

  @Test
  void anotherNameForTheSameRuleIsTheSameRun() {
    ActiveStrategy strategy = SampleRuns.pullback();
    ActiveStrategy renamed =
        new ActiveStrategy(
            StrategyId.parse("meanrev.daily.pullback_rsi2.hopeful.v7"),
            strategy.template(),
            strategy.parameters(),
            strategy.universe(),
            strategy.limits(),
            strategy.standing());

    RunResult one = SampleRuns.run(SampleRuns.plan(strategy, 0));
    RunResult other = SampleRuns.run(SampleRuns.plan(renamed, 0));

    assertThat(other.ready().inputs().id()).isEqualTo(one.ready().inputs().id());
    assertThat(other.ledger().head()).isEqualTo(one.ledger().head());
  }

  @Test
  void nothingThatHappensAfterADayChangesWhatWasDoneUpToIt() {
    for (ActiveStrategy strategy : List.of(SampleRuns.pullback(), SampleRuns.rotation())) {
      BacktestPlan plan = SampleRuns.plan(strategy, 0);
      List<Event> told = upTo(CUT, SampleRuns.run(plan));
      MemoryBarStore poisoned =
          SampleRuns.store(
              SampleRuns.MARKET.series().stream().map(BacktestTest::poisonedAfterCut).toList(),
              actionsUpTo(CUT));

      List<Event> poison = upTo(CUT, Backtest.run(SampleRuns.ready(plan, poisoned), (_, _) -> {}));
      List<Event> cut =
          upTo(
              CUT,
              Backtest.run(SampleRuns.ready(until(CUT, plan), SampleRuns.store()), (_, _) -> {}));

      assertThat(told).hasSizeGreaterThan(1_000);
      assertThat(poison).isEqualTo(told);
      assertThat(cut).isEqualTo(told);
    }
  }

  @Test
  void barsOlderThanTheWarmUpChangeNothing() {
    BacktestPlan plan = from(LocalDate.of(2013, 1, 2), SampleRuns.plan(SampleRuns.pullback(), 0));
    RunResult deep = Backtest.run(SampleRuns.ready(plan, SampleRuns.store()), (_, _) -> {});
    LocalDate firstRead = deep.ready().history().sessions().getFirst().date();
    MemoryBarStore shallow =
        SampleRuns.store(
            SampleRuns.MARKET.series().stream()
                .map(series -> series.between(firstRead, LocalDate.of(2100, 1, 1)))
                .toList(),
            SampleRuns.MARKET.actions());

    RunResult cut = Backtest.run(SampleRuns.ready(plan, shallow), (_, _) -> {});

    assertThat(firstRead).isAfter(LocalDate.of(2011, 10, 1));
    assertThat(cut.ledger().head()).isEqualTo(deep.ledger().head());
    assertThat(decisions(cut)).isNotEmpty();
  }

  @Test
  void thePartsOfEveryWindowAddUpToItsEndToTheCent() {
    Costs costs =
        new Costs(
            Fraction.parse("0.0007"), Money.ZERO, Fraction.parse("0.0003"), Money.parse("0.35"));
    for (ActiveStrategy strategy : List.of(SampleRuns.pullback(), SampleRuns.rotation())) {
      for (int windows : List.of(0, 3)) {
        BacktestPlan plan = SampleRuns.plan(strategy, windows);
        RunResult result =
            SampleRuns.run(
                new BacktestPlan(
                    strategy,
                    plan.from(),
                    plan.to(),
                    windows,
                    plan.equity(),
                    costs,
                    plan.policy(),
                    plan.benchmark()));

        assertThat(result.windows()).hasSize(Math.max(1, windows));
        for (WindowResult window : result.windows()) {
          assertThat(window.parts().sum()).isEqualTo(window.parts().end());
          assertThat(window.parts().fees()).isGreaterThan(Money.of(10));
          assertThat(window.curve().equity()[window.curve().sessions()])
              .isEqualTo(window.parts().end().toDouble());
        }
      }
    }
  }

  @Test
  void tradesThatClosedInAWholeRunSumToItsRealisedProfit() {
    RunResult result = SampleRuns.run(SampleRuns.plan(SampleRuns.pullback(), 0));
    WindowResult whole = result.windows().getFirst();

    Money gross =
        whole.closed().stream().map(trade -> trade.gross()).reduce(Money.ZERO, Money::plus);

    assertThat(whole.closed()).hasSizeGreaterThan(100);
    assertThat(gross).isEqualTo(whole.parts().realised());
  }

  @Test
  void dividendsAreCashAndNeverASignal() {
    BacktestPlan plan = SampleRuns.plan(SampleRuns.rotation(), 0);
    List<CorporateAction> without =
        SampleRuns.MARKET.actions().stream()
            .filter(action -> !(action instanceof CorporateAction.Dividend))
            .toList();
    RunResult paid = SampleRuns.run(plan);
    RunResult unpaid =
        Backtest.run(
            SampleRuns.ready(plan, SampleRuns.store(SampleRuns.MARKET.series(), without)),
            (_, _) -> {});

    assertThat(decisions(paid)).isEqualTo(decisions(unpaid)).isNotEmpty();
    assertThat(paid.windows().getFirst().parts().dividends()).isGreaterThan(Money.of(1_000));
    assertThat(unpaid.windows().getFirst().parts().dividends()).isEqualTo(Money.ZERO);
  }

  @Test
  void theBrokersBooksAgreeWithOursOnEverySession() {
    RunResult result = SampleRuns.run(SampleRuns.plan(SampleRuns.pullback(), 4));

    for (WindowResult window : result.windows()) {
      assertThat(window.refusals()).doesNotContainKey("reconciliation_required");
    }
  }

  @Test
  void everyOrderHasAnApprovalThatWasWrittenBeforeIt() {
    RunResult result = SampleRuns.run(SampleRuns.plan(SampleRuns.pullback(), 0));
    SortedMap<Long, Event> events = new TreeMap<>();
    result.ledger().replay(event -> events.put(event.seq(), event));

    List<Event> submissions =
        events.values().stream()
            .filter(event -> event.fact() instanceof Fact.OrderSubmitted)
            .toList();

    assertThat(submissions).hasSizeGreaterThan(200);
    for (Event submission : submissions) {
      Event cause = Optional.ofNullable(events.get(submission.cause())).orElseThrow();
      assertThat(cause.fact())
          .isInstanceOfSatisfying(
              Fact.ProposalJudged.class, judged -> assertThat(judged.approved()).isTrue());
    }
  }

  private static List<Event> upTo(LocalDate day, RunResult result) {
    List<Event> events = new ArrayList<>();
    result
        .ledger()
        .replay(
            event -> {
              boolean frame =
                  event.fact() instanceof Fact.BooksOpened
                      || event.fact() instanceof Fact.BooksClosed;
              if (!frame && !event.at().atOffset(ZoneOffset.UTC).toLocalDate().isAfter(day)) {
                events.add(event);
              }
            });
    return events;
  }

  private static List<List<Signal>> decisions(RunResult result) {
    List<List<Signal>> decisions = new ArrayList<>();
    result
        .ledger()
        .replay(
            event -> {
              if (event.fact() instanceof Fact.StrategyEvaluated evaluated
                  && !evaluated.signals().isEmpty()) {
                decisions.add(evaluated.signals());
              }
            });
    return decisions;
  }

  private static BarSeries poisonedAfterCut(BarSeries series) {
    BarColumns columns = series.columns();
    double[] open = columns.open().clone();
    double[] high = columns.high().clone();
    double[] low = columns.low().clone();
    double[] close = columns.close().clone();
    for (int i = 0; i < series.size(); i++) {
      if (series.session(i).isAfter(CUT)) {
        double wild = 1 + (i % 7);
        open[i] = wild;
        high[i] = wild * 1.5;
        low[i] = wild * 0.5;
        close[i] = wild * 1.2;
      }
    }
    return new BarSeries(
        series.symbol(),
        series.timeframe(),
        series.adjustment(),
        series.source(),
        series.day(),
        series.openedAt(),
        new BarColumns(open, high, low, close, columns.volume()));
  }

  private static List<CorporateAction> actionsUpTo(LocalDate day) {
    return SampleRuns.MARKET.actions().stream()
        .filter(action -> !action.exDate().isAfter(day))
        .toList();
  }

  private static BacktestPlan until(LocalDate to, BacktestPlan plan) {
    return new BacktestPlan(
        plan.strategy(), plan.from(), to, 0, plan.equity(), plan.costs(), plan.policy(), none());
  }

  private static BacktestPlan from(LocalDate from, BacktestPlan plan) {
    return new BacktestPlan(
        plan.strategy(), from, plan.to(), 0, plan.equity(), plan.costs(), plan.policy(), none());
  }

  private static Optional<Symbol> none() {
    return Optional.empty();
  }
}
