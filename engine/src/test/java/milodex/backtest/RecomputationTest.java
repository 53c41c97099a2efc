package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milodex.Faulty;
import milodex.Play;
import milodex.TinyMarket;
import milodex.backtest.Proof.Kind;
import milodex.backtest.Proofs.Depth;
import milodex.data.HistoricalMarket;
import milodex.data.Leaks;
import milodex.data.MarketHistory;
import milodex.execution.ActiveStrategy;
import milodex.ledger.Fact;
import milodex.ledger.RunId;
import milodex.market.BarWindow;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.portfolio.StrategyBook;
import milodex.strategy.Alternative;
import milodex.strategy.Decision;
import milodex.strategy.Observation;
import milodex.strategy.Reading;
import milodex.strategy.Signal;
import milodex.trading.Evaluation;
import org.junit.jupiter.api.Test;

/// An engine that lets a rule see what it may not is found out, wherever it is looked at.
///
/// Over six quiet years ACME leaps on one session in a hundred, for that session alone; the rule
/// buys whatever has leapt.
class RecomputationTest {

  private static final int SESSIONS = 1_500;
  private static final int EVERY = 100;
  private static final Symbol ACME = Symbol.of("ACME");
  private static final RunId RUN = new RunId("5".repeat(64));

  private static final TinyMarket MARKET = market();
  private static final MarketHistory HISTORY = MARKET.history();
  private static final ActiveStrategy STRATEGY =
      new Play(MARKET, Faulty.of(() -> RecomputationTest::buyTheLeap)).strategy();

  @Test
  void aSoundEngineShowsNothingItMayNot() {
    Recomputed proved = prove(Depth.FULL, HistoricalMarket::at);

    assertThat(proved).isEqualTo(new Recomputed(SESSIONS, Optional.empty()));
  }

  @Test
  void anEngineThatShowsTomorrowBeforeALeapIsFoundOutWhereARuleWishedForIt() {
    Recomputation.View peeking = leaking(EVERY - 1, 1);
    Recomputation.Fault full = prove(Depth.FULL, peeking).fault().orElseThrow();
    Recomputation.Fault sampled = prove(Depth.DEFAULT, peeking).fault().orElseThrow();

    assertThat(full.kind()).isEqualTo(Kind.LOOKAHEAD);
    assertThat(full.failure().session()).isEqualTo(date(EVERY - 1));
    assertThat(full.failure().says())
        .isEqualTo(
            "decided again with all bars after this close cut off:"
                + " rule: faulty.buy in the run, now no_signal");
    assertThat(sampled.kind()).isEqualTo(Kind.LOOKAHEAD);
  }

  @Test
  void aLeakThatOnlyChangesQuietDecisionsIsAlwaysFoundByFullProofs() {
    Recomputation.View peeking = leaking(50, 1);
    Recomputed full = prove(Depth.FULL, peeking);

    assertThat(full.fault().orElseThrow().failure().session()).isEqualTo(date(50));
    assertThat(full.fault().orElseThrow().failure().says()).contains("passedOver");
    assertThat(full.decisions()).isEqualTo(51);
  }

  @Test
  void aSampleMayMissALeakAndSaysHowFewDecisionsItCovers() {
    Recomputed sampled = prove(Depth.DEFAULT, leaking(50, 1));

    assertThat(sampled).isEqualTo(new Recomputed(32, Optional.empty()));
  }

  @Test
  void anEngineThatShowsOlderBarsThanTheRuleMayReadIsFoundOut() {
    Recomputation.Fault fault = prove(Depth.FULL, leaking(10, -10)).fault().orElseThrow();

    assertThat(fault.kind()).isEqualTo(Kind.WARM_UP);
    assertThat(fault.failure().session()).isEqualTo(date(10));
    assertThat(fault.failure().says()).contains("with wrong bars before those it may read");
  }

  /// On one session in a hundred, the close is that of the bar `offset` sessions later.
  private static Recomputation.View leaking(int when, int offset) {
    return (history, session, at) -> {
      int since = HISTORY.days().firstFrom(history.days().day(session)) - MARKET.begin();
      return HistoricalMarket.at(
          since % EVERY == when % EVERY ? Leaks.into(history, session, offset) : history,
          session,
          at);
    };
  }

  private static Recomputed prove(Depth depth, Recomputation.View view) {
    List<Taken> taken = new ArrayList<>();
    StrategyBook flat = StrategyBook.opened(STRATEGY.id(), Money.of(10_000));
    for (int i = MARKET.begin(); i < MARKET.begin() + SESSIONS; i++) {
      Instant close = HISTORY.sessions().get(i).closesAt();
      Decision decision =
          STRATEGY
              .template()
              .decide(Evaluation.observe(view.at(HISTORY, i, close), STRATEGY, flat, close));
      Fact.StrategyEvaluated fact =
          Fact.StrategyEvaluated.of(
              STRATEGY.id(), HISTORY.days().date(i), decision, flat.cash(), flat.cash(), 0);
      taken.add(new Taken(i, close, Optional.of(fact), flat));
    }
    List<Taken> chosen = Sampling.of(depth, SESSIONS, SESSIONS).choose(taken, RUN);
    return new Recomputation(STRATEGY, HISTORY, view).all(chosen, () -> {});
  }

  private static LocalDate date(int session) {
    return HISTORY.days().date(MARKET.begin() + session);
  }

  private static Decision buyTheLeap(Observation seen) {
    BarWindow bars = seen.window(ACME).orElseThrow();
    Reading leap = Reading.of("leap", bars.close(0) / bars.close(1));
    if (leap.value() > 1.5) {
      return Decision.of(
          List.of(Signal.Enter.weighing(ACME, "faulty.buy", 0.5, 1, List.of(leap))), List.of());
    }
    String why = leap.value() == 1 ? "unmoved" : "moved_little";
    return Decision.nothing(Decision.NO_SIGNAL, List.of(Alternative.of(ACME, why, leap)));
  }

  /// But for its leaps, ACME closes at 50 and 51 by turns.
  private static TinyMarket market() {
    TinyMarket market = TinyMarket.of("2014-01-02", "2019-12-31");
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < SESSIONS; i++) {
      double close = i % EVERY == 0 && i > 0 ? 100 : 50 + i % 2;
      words.append("50/").append(close).append(' ');
    }
    return market.bars("ACME", words.toString());
  }
}
