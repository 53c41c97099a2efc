package milodex.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import milodex.Minutes;
import milodex.NewYork;
import milodex.Script;
import milodex.TinyMarket;
import milodex.ledger.Draft;
import milodex.ledger.Fact;
import milodex.ledger.MemoryLedger;
import milodex.market.Timeframe;
import milodex.money.Money;
import milodex.strategy.Decision;
import milodex.strategy.Observation;
import milodex.strategy.StrategyId;
import org.junit.jupiter.api.Test;

/// What was decided in a run is what the loop asked, no bar more and none less.
///
/// Six sessions: two before the windows, a half day and a Friday with twenty minutes of silence,
/// then a Monday, and a Tuesday without a bar.
class TakenLogTest {

  private static final LocalDate WEDNESDAY = LocalDate.of(2024, 7, 3);

  private static final TinyMarket DAILY =
      TinyMarket.of("2024-07-01", "2024-07-09").bars("ACME", "50/50 50/50 50/50 50/50 50/50 50/50");

  /// The sale wished at 11:00 finds its price at 11:20, when that bar has been quiet.
  @Test
  void everyBarOnWhichTheLoopAskedIsADecisionWithTheHoldingsItSaw() {
    Script rule =
        new Script()
            .buy("2024-07-03 10:00", "ACME", 0.5)
            .sell("2024-07-05 09:40", "ACME")
            .buy("2024-07-05 09:45", "ACME", 0.5)
            .sell("2024-07-05 11:00", "ACME")
            .buy("2024-07-08 10:00", "ACME", 0.5);
    List<Taken> taken = taken(rule, minutes());

    assertThat(taken).hasSize(42 + 78 + 78);
    assertThat(taken)
        .extracting(Taken::at)
        .isEqualTo(rule.seen().stream().map(Observation::asOf).toList());
    assertThat(taken.stream().map(one -> one.book().positions().keySet()).toList())
        .isEqualTo(rule.seen().stream().map(seen -> seen.holdings().keySet()).toList());
    assertThat(taken.stream().filter(Taken::wished))
        .extracting(one -> NewYork.minute(one.at()))
        .containsExactly(
            "2024-07-03 10:00",
            "2024-07-05 09:40",
            "2024-07-05 09:45",
            "2024-07-05 11:00",
            "2024-07-08 10:00");
  }

  @Test
  void aDecisionOnTheLastBarOfASessionIsTakenBeforeWhatTheCloseWrites() {
    Script rule =
        new Script().buy("2024-07-03 13:00", "ACME", 0.5).buy("2024-07-05 16:00", "ACME", 0.5);
    List<Taken> taken = taken(rule, minutes());

    assertThat(taken).hasSize(42 + 78 + 78);
    assertThat(taken.get(41).wished()).isTrue();
    assertThat(taken.get(42 + 77).wished()).isTrue();
    assertThat(taken.stream().filter(Taken::wished)).hasSize(2);
  }

  @Test
  void asManyDecisionsAreAnnouncedAsThereAre() {
    Preparation.Ready ready = ready(new Script(), minutes());

    assertThat(Stretch.decisions(Stretch.of(ready), ready.history())).isEqualTo(42 + 78 + 78);
  }

  @Test
  void aBarThatDidNotCloseInTheRunIsNoDecisionOfIt() {
    Preparation.Ready ready = ready(new Script(), minutes());
    StrategyId id = ready.plan().strategy().id();
    Instant odd = NewYork.at("2024-07-03 10:01");
    MemoryLedger ledger = new MemoryLedger();
    ledger.append(NewYork.at("2024-07-03 09:30"), Draft.of("opened", books(id)));
    ledger.append(odd, Draft.of("odd", decided(id, odd)));

    assertThatThrownBy(() -> TakenLog.of(ledger, Stretch.of(ready), ready.history(), id))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no bar of the run closed at " + odd);
  }

  private static Fact.BarEvaluated decided(StrategyId id, Instant at) {
    return new Fact.BarEvaluated(
        id,
        WEDNESDAY,
        at,
        Timeframe.MINUTE_5,
        Decision.NO_SIGNAL,
        Money.of(1),
        Money.of(1),
        0,
        List.of(),
        List.of(),
        new TreeMap<>());
  }

  private static Fact.BooksOpened books(StrategyId id) {
    return new Fact.BooksOpened(
        1, "a window", WEDNESDAY, WEDNESDAY, Money.ZERO, new TreeMap<>(Map.of(id, Money.of(1))));
  }

  private static List<Taken> taken(Script rule, Minutes minutes) {
    Preparation.Ready ready = ready(rule, minutes);
    List<Stretch> stretches = Stretch.of(ready);
    MemoryLedger ledger = new MemoryLedger();
    new Simulation(ready, ledger).run(stretches, Stretch.sessions(stretches), () -> {});
    return TakenLog.of(
        ledger,
        stretches,
        ready.history(),
        SimulatedAccount.nameless(ready.plan().strategy()).id());
  }

  private static Preparation.Ready ready(Script rule, Minutes minutes) {
    TinyDays days = TinyDays.of(DAILY, Timeframe.MINUTE_5, minutes);
    return TinyRuns.ready(TinyRuns.windows(2, days.plan(rule)), days.store());
  }

  private static Minutes minutes() {
    Minutes bars = Minutes.of("ACME");
    for (String day : List.of("2024-07-01", "2024-07-02", "2024-07-05", "2024-07-08")) {
      bars.quiet(day + " 09:30", day + " 16:00", 50);
    }
    return bars.quiet("2024-07-03 09:30", "2024-07-03 13:00", 50)
        .silent("2024-07-05 11:00", "2024-07-05 11:20");
  }
}
