package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import milodex.Play;
import milodex.backtest.Proofs.Depth;
import milodex.ledger.Fact;
import milodex.ledger.RunId;
import milodex.market.Symbol;
import milodex.money.Money;
import milodex.portfolio.StrategyBook;
import milodex.strategy.Decision;
import milodex.strategy.Signal;
import org.junit.jupiter.api.Test;

class SamplingTest {

  private static final RunId RUN = new RunId("7".repeat(64));
  private static final StrategyBook FLAT = StrategyBook.opened(Play.ID, Money.of(1));

  @Test
  void fullIsEverything() {
    List<Taken> all = taken(500, i -> i % 3 == 0);

    assertThat(Sampling.of(Depth.FULL, 500, 500)).isEqualTo(new Sampling(500, 500));
    assertThat(Sampling.of(Depth.FULL, 500, 500).choose(all, RUN)).isEqualTo(all);
  }

  @Test
  void aShortRunIsCoveredWholeAndALongOneByASmallShare() {
    assertThat(Sampling.of(Depth.DEFAULT, 20, 20)).isEqualTo(new Sampling(20, 20));
    assertThat(Sampling.of(Depth.DEFAULT, 1_000, 1_000)).isEqualTo(new Sampling(32, 32));
    assertThat(Sampling.of(Depth.DEFAULT, 8_000, 8_000)).isEqualTo(new Sampling(80, 160));
  }

  @Test
  void everyDecisionWithAWishIsTakenWhileThereAreFewOfThem() {
    List<Taken> chosen = choose(taken(1_000, i -> i % 50 == 0));

    assertThat(chosen).hasSize(32);
    assertThat(chosen.stream().filter(Taken::wished)).hasSize(20);
  }

  @Test
  void aQuarterIsLeftToQuietDecisions() {
    List<Taken> chosen = choose(taken(1_000, i -> i % 2 == 0));

    assertThat(chosen).hasSize(32);
    assertThat(chosen.stream().filter(Taken::wished)).hasSize(24);
  }

  @Test
  void aRunThatAlwaysWishesIsCoveredAsFar() {
    assertThat(choose(taken(1_000, i -> true))).hasSize(32);
  }

  @Test
  void chanceHangsOnTheRunAloneAndTheOrderIsThatOfTheSessions() {
    List<Taken> all = taken(1_000, i -> i % 2 == 0);

    assertThat(choose(all)).isEqualTo(choose(all));
    assertThat(choose(all)).isNotEqualTo(sampling().choose(all, new RunId("8".repeat(64))));
    assertThat(choose(all)).extracting(Taken::session).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void quietBarsWithinSessionsAreCountedAndTheOrderIsThatOfTheBars() {
    List<Taken> all = new ArrayList<>();
    for (int i = 0; i < 780; i++) {
      Instant close = Instant.EPOCH.plus(Duration.ofMinutes(5L * i));
      all.add(new Taken(i / 78, close, Optional.empty(), FLAT));
    }
    List<Taken> chosen = choose(all);

    assertThat(chosen).hasSize(32).noneMatch(Taken::wished);
    assertThat(chosen).extracting(Taken::at).isSorted().doesNotHaveDuplicates();
    assertThat(Sampling.of(Depth.FULL, 10, 780).choose(all, RUN)).isEqualTo(all);
  }

  private static List<Taken> choose(List<Taken> all) {
    return sampling().choose(all, RUN);
  }

  private static Sampling sampling() {
    return Sampling.of(Depth.DEFAULT, 1_000, 1_000);
  }

  private static List<Taken> taken(int sessions, IntPredicate wished) {
    Signal wish = Signal.Enter.weighing(Symbol.of("ACME"), "buy", 0.5, 1, List.of());
    List<Taken> taken = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      Decision decision = Decision.of(wished.test(i) ? List.of(wish) : List.of(), List.of());
      LocalDate date = LocalDate.EPOCH.plusDays(i);
      taken.add(
          new Taken(
              i,
              Instant.EPOCH,
              Optional.of(
                  Fact.StrategyEvaluated.of(Play.ID, date, decision, Money.of(1), Money.of(1), 0)),
              FLAT));
    }
    return taken;
  }
}
