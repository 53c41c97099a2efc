package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import milodex.Faulty;
import milodex.Minutes;
import milodex.Play;
import milodex.TinyMarket;
import milodex.backtest.Proof.Kind;
import milodex.backtest.Proofs.Depth;
import milodex.data.HistoricalMarket;
import milodex.data.Leaks;
import milodex.execution.ActiveStrategy;
import milodex.ledger.Fact;
import milodex.ledger.MemoryLedger;
import milodex.market.Symbol;
import milodex.market.Timeframe;
import milodex.money.Money;
import milodex.portfolio.StrategyBook;
import milodex.strategy.Alternative;
import milodex.strategy.Decision;
import milodex.strategy.Observation;
import milodex.strategy.Signal;
import milodex.strategy.Template;
import milodex.strategy.templates.OpeningRangeBreakout;
import milodex.trading.Evaluation;
import org.junit.jupiter.api.Test;

/// What a rule decided within a session is proved like what it decides at a close.
///
/// ACME breaks out of its opening range on both days, with the bar that closes at 10:30.
class IntradayProofsTest {

  private static final Symbol ACME = Symbol.of("ACME");
  private static final Instant BEFORE_THE_BREAKOUT = Instant.parse("2024-07-02T14:25:00Z");
  private static final Instant BREAKOUT = Instant.parse("2024-07-02T14:30:00Z");

  /// Two whole days and a half day of five minutes each.
  private static final int BARS = 78 + 78 + 42;

  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  @Test
  void everyBarWithinASessionIsDecidedAgainWithoutTheFutureAndWithAFalseOne() {
    Preparation.Ready ready = ready();
    RunResult run = Backtest.run(ready, Depth.FULL, (_, _) -> {});

    assertThat(run.proofs().hold()).isTrue();
    assertThat(run.proofs().all())
        .extracting(Proof::kind, Proof::covered, Proof::of)
        .startsWith(tuple(Kind.LOOKAHEAD, BARS, BARS), tuple(Kind.WARM_UP, BARS, BARS));
  }

  @Test
  void aSampleOfThemSaysHowFewItCovers() {
    RunResult run = Backtest.run(ready(), Depth.DEFAULT, (_, _) -> {});

    assertThat(run.proofs().hold()).isTrue();
    assertThat(run.proofs().all().getFirst().covered()).isEqualTo(32);
    assertThat(run.proofs().all().getFirst().of()).isEqualTo(BARS);
  }

  @Test
  void progressGoesOnThroughEveryBar() {
    List<Integer> told = new ArrayList<>();

    Backtest.run(
        ready(),
        Depth.FULL,
        (steps, of) -> {
          assertThat(of).isEqualTo(3 + BARS + 3);
          told.add(steps);
        });

    assertThat(told).hasSize(3 + BARS + 3).isSorted().endsWith(3 + BARS + 3);
  }

  /// At 10:30 the rule would buy, had it not been shown that the price is to fall back.
  @Test
  void anEngineThatKeepsARuleQuietByShowingItTheNextBarIsFoundOut() {
    Recomputed proved = leaking(seen -> buyIf(leapt(seen), seen));

    assertThat(proved.failure(Kind.LOOKAHEAD).orElseThrow().session()).isEqualTo("2024-07-02");
    assertThat(proved.failure(Kind.LOOKAHEAD).orElseThrow().says())
        .isEqualTo(
            "decided again at 10:30 with all bars after this close cut off:"
                + " rule: no_signal in the run, now faulty.buy");
    assertThat(proved.decisions()).isEqualTo(78 + 12);
  }

  @Test
  void soIsOneThatOnlyChangesWhyNothingIsWished() {
    Recomputed proved =
        leaking(
            seen ->
                Decision.nothing(
                    Decision.NO_SIGNAL,
                    List.of(Alternative.of(ACME, leapt(seen) ? "leapt" : "calm"))));

    assertThat(proved.failure(Kind.LOOKAHEAD).orElseThrow().says()).contains("leapt");
    assertThat(proved.decisions()).isEqualTo(78 + 12);
  }

  @Test
  void aRuleThatBreaksOnAQuietBarWhenItIsAskedAgainIsFoundOut() {
    AtomicInteger calls = new AtomicInteger();
    Faulty fragile =
        Faulty.of(
            () ->
                seen -> {
                  if (calls.incrementAndGet() == BARS + 1) {
                    throw new IllegalStateException("enough");
                  }
                  return buyIf(false, seen);
                });
    RunResult run = Backtest.run(ready(fragile, breakouts()), Depth.FULL, (_, _) -> {});

    assertThat(run.proofs().failed().orElseThrow().failure().orElseThrow().says())
        .contains("the rule broke with java.lang.IllegalStateException: enough");
  }

  @Test
  void aRuleThatIsOnlyQuietBecauseItRemembersIsFoundOut() {
    Faulty remembering =
        Faulty.of(
            () -> {
              AtomicInteger calls = new AtomicInteger();
              return seen -> buyIf(calls.incrementAndGet() == 1, seen);
            });
    RunResult run = Backtest.run(ready(remembering, breakouts()), Depth.FULL, (_, _) -> {});
    Proof failed = run.proofs().failed().orElseThrow();

    run.ledger().replay(event -> assertThat(event.fact()).isNotInstanceOf(Fact.BarEvaluated.class));
    assertThat(failed.kind()).isEqualTo(Kind.DETERMINISM);
    assertThat(failed.failure().orElseThrow().says())
        .isEqualTo(
            "decided again at 09:55 from the same bars and holdings:"
                + " nothing wished in the run, now faulty.buy");
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
            .all(
                List.of(new Taken(session, BEFORE_THE_BREAKOUT, Optional.of(fact(decision)), flat)),
                () -> {});

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

  /// The proof of a run in which an engine showed the bar of 10:30 with the close of the next one,
  /// and nothing was wished.
  private static Recomputed leaking(Function<Observation, Decision> rule) {
    Faulty template = Faulty.of(() -> rule);
    Minutes calm = calm();
    Minutes leap = calm().quiet("2024-07-02 10:25", "2024-07-02 10:30", 52);
    MemoryLedger run = Backtest.run(ready(template, calm), (_, _) -> {}).ledger();
    Preparation.Ready ready = ready(template, leap);
    ActiveStrategy strategy = SimulatedAccount.nameless(ready.plan().strategy());
    Recomputation.View leaky =
        (history, index, at) ->
            HistoricalMarket.at(
                at.equals(BREAKOUT) ? Leaks.within(history, at) : history, index, at);
    return new Recomputation(strategy, ready.history(), leaky)
        .all(TakenLog.of(run, Stretch.of(ready), ready.history(), strategy.id()), () -> {});
  }

  private static boolean leapt(Observation seen) {
    return seen.window(ACME).filter(bars -> bars.close(0) > 51).isPresent();
  }

  /// Wishes for ACME, if it may be bought.
  private static Decision buyIf(boolean wanted, Observation seen) {
    boolean buys = wanted && seen.whyBarred(ACME).isEmpty();
    return Decision.of(
        buys ? List.of(Signal.Enter.weighing(ACME, "faulty.buy", 0.5, 1, List.of())) : List.of(),
        List.of());
  }

  private static Preparation.Ready ready() {
    return ready(new OpeningRangeBreakout(), breakouts());
  }

  private static Preparation.Ready ready(Template rule, Minutes minutes) {
    TinyMarket daily = TinyMarket.of("2024-07-01", "2024-07-03").bars("ACME", "50/50 50/52 52/52");
    TinyDays days = TinyDays.of(daily, Timeframe.MINUTE_5, minutes);
    return TinyRuns.ready(days.plan(rule), days.store());
  }

  private static Minutes calm() {
    return Minutes.of("ACME")
        .quiet("2024-07-01 09:30", "2024-07-01 16:00", 50)
        .quiet("2024-07-02 09:30", "2024-07-02 16:00", 50)
        .quiet("2024-07-03 09:30", "2024-07-03 13:00", 50);
  }

  private static Minutes breakouts() {
    Minutes bars = calm();
    for (String day : List.of("2024-07-02 ", "2024-07-03 ")) {
      bars.quiet(day + "09:30", day + "10:25", 50)
          .bar(day + "09:40", 50, 51, 49, 50, 1)
          .quiet(day + "10:25", day + (day.startsWith("2024-07-02") ? "16:00" : "13:00"), 52);
    }
    return bars;
  }
}
