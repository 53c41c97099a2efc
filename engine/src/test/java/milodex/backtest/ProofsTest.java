package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import milodex.Faulty;
import milodex.RandomMarket;
import milodex.Seeds;
import milodex.TinyMarket;
import milodex.Whim;
import milodex.backtest.Proof.Kind;
import milodex.backtest.Proofs.Depth;
import milodex.market.Symbol;
import milodex.strategy.Decision;
import milodex.strategy.Observation;
import milodex.strategy.Signal;
import milodex.strategy.Template;
import org.junit.jupiter.api.Test;

/// Honest rules hold what they promise, and faulty ones are found out.
class ProofsTest {

  private static final TinyMarket MARKET = RandomMarket.of(Seeds.random(3));
  private static final int SESSIONS = 124;

  @Test
  void anHonestRuleHoldsEveryPromiseInMarketsInWhichEverythingHappens() {
    Seeds.forEachSeed(
        8,
        seed -> {
          TinyMarket market = RandomMarket.of(Seeds.random(seed));
          RunResult run = run(Depth.FULL, TinyRuns.plan(market, new Whim(seed)), market);

          assertThat(run.proofs().hold()).as("%s", run.proofs()).isTrue();
          assertThat(run.proofs().all())
              .extracting(Proof::kind)
              .containsExactly(Kind.LOOKAHEAD, Kind.WARM_UP, Kind.DETERMINISM);
        });
  }

  @Test
  void fullProofsCoverEveryDecisionAndEverySessionOfAllWindows() {
    BacktestPlan plan = TinyRuns.windows(3, TinyRuns.plan(MARKET, new Whim(1)));
    RunResult run = run(Depth.FULL, plan, MARKET);
    int sessions = run.curve().sessions();

    assertThat(sessions).isGreaterThan(80);
    assertThat(run.proofs().all())
        .allSatisfy(proof -> assertThat(proof.covered()).isEqualTo(sessions).isEqualTo(proof.of()));
  }

  @Test
  void defaultProofsSayHowLittleTheyCover() {
    RunResult run = run(Depth.DEFAULT, TinyRuns.plan(MARKET, new Whim(1)), MARKET);

    assertThat(run.proofs())
        .isEqualTo(
            new Proofs(
                Depth.DEFAULT,
                List.of(
                    held(Kind.LOOKAHEAD, 32), held(Kind.WARM_UP, 32), held(Kind.DETERMINISM, 32))));
  }

  @Test
  void provingMoreChangesNothingThatWasDone() {
    BacktestPlan plan = TinyRuns.plan(MARKET, new Whim(1));

    assertThat(run(Depth.FULL, plan, MARKET).ledger().head())
        .isEqualTo(run(Depth.DEFAULT, plan, MARKET).ledger().head());
  }

  @Test
  void aRuleThatCountsItsCallsIsFoundOut() {
    for (Depth depth : Depth.values()) {
      Proof failed = failed(depth, countingCalls());
      assertThat(failed.kind()).isEqualTo(Kind.DETERMINISM);
      assertThat(failed.failure().orElseThrow().says())
          .startsWith("decided again from the same bars and holdings: rule: ");
    }
  }

  @Test
  void aRuleThatRemembersBeyondItsOwnLifeIsFoundOut() {
    AtomicInteger calls = new AtomicInteger();
    Faulty shared = Faulty.of(() -> seen -> buyIf(calls.incrementAndGet() % 7 == 0, seen));

    assertThat(failed(Depth.FULL, shared).kind()).isEqualTo(Kind.DETERMINISM);
    assertThat(failed(Depth.DEFAULT, shared).kind()).isEqualTo(Kind.DETERMINISM);
  }

  @Test
  void aRuleThatRemembersOlderBarsThanItMayReadIsFoundOut() {
    Faulty elephant = Faulty.of(ProofsTest::highestCloseEver);

    Proof failed = failed(Depth.FULL, elephant);
    assertThat(failed.failure().orElseThrow().says()).contains("now");
    assertThat(failed(Depth.DEFAULT, elephant).holds()).isFalse();
  }

  @Test
  void aRuleThatBreaksWhenItIsAskedAgainIsFoundOut() {
    AtomicInteger calls = new AtomicInteger();
    Faulty fragile =
        Faulty.of(
            () ->
                seen -> {
                  if (calls.incrementAndGet() == SESSIONS + 1) {
                    throw new IllegalStateException("enough");
                  }
                  return buyIf(false, seen);
                });

    assertThat(failed(Depth.FULL, fragile).failure().orElseThrow().says())
        .contains("the rule broke with java.lang.IllegalStateException: enough");
  }

  @Test
  void aRunThatRepeatsDifferentlyIsFoundOutByItsFirstOtherFact() {
    AtomicInteger born = new AtomicInteger();
    Faulty moody =
        Faulty.of(
            () -> {
              int mood = born.incrementAndGet();
              return seen -> buyIf(mood > 1_000_000, seen);
            });
    BacktestPlan plan = TinyRuns.plan(MARKET, moody);
    Preparation.Ready ready = TinyRuns.ready(plan, TinyRuns.store(MARKET));
    List<Stretch> stretches = Stretch.of(ready);
    RunResult run = Backtest.run(ready, (_, _) -> {});
    born.set(1_000_000);

    assertThat(Repetition.differs(ready, stretches, run.ledger(), 3, () -> {}).orElseThrow().says())
        .isEqualTo(
            "run again: event 2, strategy.evaluated: rule: no_signal in the run, now faulty.buy");
  }

  @Test
  void progressGoesOnThroughTheProofs() {
    List<Integer> told = new ArrayList<>();
    Preparation.Ready ready =
        TinyRuns.ready(TinyRuns.plan(MARKET, new Whim(1)), TinyRuns.store(MARKET));

    Backtest.run(
        ready,
        Depth.FULL,
        (steps, of) -> {
          assertThat(of).isEqualTo(3 * SESSIONS);
          told.add(steps);
        });

    assertThat(told)
        .hasSize(3 * SESSIONS)
        .isSorted()
        .doesNotHaveDuplicates()
        .endsWith(3 * SESSIONS);
  }

  @Test
  void anInvalidRunHasNoNumbersAndItsProofsAreReadAsTheyWereWritten() {
    RunResult run = run(Depth.FULL, TinyRuns.plan(MARKET, countingCalls()), MARKET);
    RunSummary summary = RunSummary.of(run);

    assertThat(summary.isInvalid()).isTrue();
    assertThat(summary.proofs()).contains(run.proofs());
    assertThat(summary.keys())
        .contains("first_session", "data", "costs")
        .doesNotContain("metrics", "windows", "fragility", "benchmark");
  }

  @Test
  void aValidRunKeepsItsProofsBesideItsNumbers() {
    RunResult run = run(Depth.DEFAULT, TinyRuns.plan(MARKET, new Whim(1)), MARKET);
    RunSummary summary = RunSummary.of(run);

    assertThat(summary.isInvalid()).isFalse();
    assertThat(summary.isFullyProved()).isFalse();
    assertThat(summary.proofs()).contains(run.proofs());
    assertThat(summary.find("metrics")).isPresent();
  }

  private static Faulty countingCalls() {
    return Faulty.of(
        () -> {
          AtomicInteger calls = new AtomicInteger();
          return seen -> buyIf(calls.incrementAndGet() % 7 == 0, seen);
        });
  }

  private static Function<Observation, Decision> highestCloseEver() {
    TreeMap<Symbol, Double> highest = new TreeMap<>();
    return seen -> {
      boolean fallen = false;
      for (var window : seen.windows().values()) {
        double high = highest.merge(window.symbol(), window.close(0), Math::max);
        fallen |= window.close(0) < 0.8 * high;
      }
      return buyIf(fallen, seen);
    };
  }

  /// Wishes for the first symbol that may be bought.
  private static Decision buyIf(boolean wanted, Observation seen) {
    List<Signal> signals = new ArrayList<>();
    for (Symbol symbol : seen.universe()) {
      if (wanted && signals.isEmpty() && seen.whyBarred(symbol).isEmpty()) {
        signals.add(Signal.Enter.weighing(symbol, "faulty.buy", 0.1, 1, List.of()));
      }
    }
    return Decision.of(signals, List.of());
  }

  private static Proof held(Kind kind, int covered) {
    return new Proof(kind, covered, SESSIONS, Optional.empty());
  }

  private static Proof failed(Depth depth, Template rule) {
    return run(depth, TinyRuns.plan(MARKET, rule), MARKET).proofs().failed().orElseThrow();
  }

  private static RunResult run(Depth depth, BacktestPlan plan, TinyMarket market) {
    return Backtest.run(TinyRuns.ready(plan, TinyRuns.store(market)), depth, (_, _) -> {});
  }
}
