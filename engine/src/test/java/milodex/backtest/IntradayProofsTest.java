package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import milodex.Minutes;
import milodex.Play;
import milodex.TinyMarket;
import milodex.backtest.Proof.Kind;
import milodex.data.HistoricalMarket;
import milodex.execution.ActiveStrategy;
import milodex.ledger.Fact;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.money.Money;
import milodex.portfolio.StrategyBook;
import milodex.strategy.Decision;
import milodex.strategy.Signal;
import milodex.strategy.templates.OpeningRangeBreakout;
import milodex.trading.Evaluation;
import org.junit.jupiter.api.Test;

/// What a rule decided within a session is proved like what it decides at a close.
///
/// ACME breaks out of its opening range on both days, with the bar that closes at 10:30.
class IntradayProofsTest {

  private static final Instant BEFORE_THE_BREAKOUT = Instant.parse("2024-07-02T14:25:00Z");
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  @Test
  void everyWishWithinASessionIsMadeAgainWithoutTheFutureAndWithAFalseOne() {
    Preparation.Ready ready = ready();
    RunResult run = Backtest.run(ready, Proofs.Depth.FULL, (_, _) -> {});

    assertThat(run.proofs().hold()).isTrue();
    assertThat(run.proofs().all())
        .extracting(Proof::kind, Proof::covered, Proof::of)
        .startsWith(tuple(Kind.LOOKAHEAD, 4, 4), tuple(Kind.WARM_UP, 4, 4));
  }

  @Test
  void anEngineThatShowsTheNextBarIsFoundOut() {
    Preparation.Ready ready = ready();
    ActiveStrategy strategy = ready.plan().strategy();
    int session = ready.history().days().firstFrom((int) LocalDate.of(2024, 7, 2).toEpochDay());
    Recomputation.View peeking =
        (history, index, at) -> HistoricalMarket.at(history, index, at.plus(FIVE_MINUTES));
    StrategyBook flat = StrategyBook.opened(strategy.id(), Money.of(10_000));
    Decision decision =
        strategy
            .template()
            .decide(
                Evaluation.observe(
                    peeking.at(ready.history(), session, BEFORE_THE_BREAKOUT),
                    strategy,
                    flat,
                    BEFORE_THE_BREAKOUT));
    assertThat(decision.signals()).extracting(Signal::symbol).containsExactly(Symbol.of("ACME"));

    Recomputed proved =
        new Recomputation(strategy, ready.history(), peeking)
            .all(List.of(new Taken(session, BEFORE_THE_BREAKOUT, fact(decision), flat)), () -> {});

    assertThat(proved.failure(Kind.LOOKAHEAD)).isPresent();
  }

  private static Fact.BarEvaluated fact(Decision decision) {
    return new Fact.BarEvaluated(
        Play.ID,
        LocalDate.of(2024, 7, 2),
        BEFORE_THE_BREAKOUT,
        Timeframe.MINUTE_5,
        decision.rule(),
        Money.of(10_000),
        Money.of(10_000),
        0,
        decision.signals(),
        decision.alternatives(),
        decision.passedOver());
  }

  private static Preparation.Ready ready() {
    TinyMarket daily = TinyMarket.of("2024-07-01", "2024-07-03").bars("ACME", "50/50 50/52 52/52");
    TinyDays days = TinyDays.of(daily, Timeframe.MINUTE_5, breakouts());
    return TinyRuns.ready(days.plan(new OpeningRangeBreakout()), days.store());
  }

  private static Minutes breakouts() {
    Minutes bars = Minutes.of("ACME").quiet("2024-07-01 09:30", "2024-07-01 16:00", 50);
    for (String day : List.of("2024-07-02 ", "2024-07-03 ")) {
      bars.quiet(day + "09:30", day + "10:25", 50)
          .bar(day + "09:40", 50, 51, 49, 50, 1)
          .quiet(day + "10:25", day + (day.startsWith("2024-07-02") ? "16:00" : "13:00"), 52);
    }
    return bars;
  }
}
