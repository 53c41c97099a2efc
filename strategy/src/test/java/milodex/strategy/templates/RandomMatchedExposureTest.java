package milodex.strategy.templates;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import milodex.market.BarWindow;
import milodex.market.Closes;
import milodex.market.ExchangeCalendar;
import milodex.market.Session;
import milodex.market.Symbol;
import milodex.strategy.Decision;
import milodex.strategy.Holding;
import milodex.strategy.Observation;
import milodex.strategy.ParameterValues;
import milodex.strategy.Signal;
import org.junit.jupiter.api.Test;

class RandomMatchedExposureTest {

  private static final ParameterValues YEAR =
      ParameterValues.standard(new RandomMatchedExposure())
          .with("first_session", "2019-01-02")
          .with("last_session", "2019-12-31")
          .with("max_concurrent_positions", "3")
          .with("per_position_notional_pct", "0.3");

  private static final List<Integer> HOLDS =
      List.of(1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 5, 5, 5, 8, 8, 13, 21, 21, 34, 55, 89, 144);

  private static final List<String> EIGHT =
      List.of("AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH");

  @Test
  void asManyTradesAreMadeAsWereAskedForAndEachIsHeldForOneOfTheHolds() {
    for (int seed = 0; seed < 100; seed++) {
      assertThat(holds(follow(rule(seed, HOLDS), EIGHT, Map.of()))).isEqualTo(HOLDS);
    }
  }

  @Test
  void manyTradesOfOneSessionKeepTheirHoldsToo() {
    List<Integer> crowd = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      crowd.add(1 + i % 4);
    }
    Collections.sort(crowd);
    RandomMatchedExposure rule = rule(7, crowd);
    assertThat(rule.schedule().byDecision().values()).anyMatch(decided -> decided.size() > 1);

    assertThat(holds(follow(rule, EIGHT, Map.of()))).isEqualTo(crowd);
  }

  @Test
  void oneSymbolAloneServesALaneThatHasRoom() {
    RandomMatchedExposure alone =
        new RandomMatchedExposure().with(YEAR.with("max_concurrent_positions", "1"));

    assertThat(holds(follow(alone, List.of("SPY"), Map.of())))
        .containsExactly(1, 2, 3, 5, 8, 13, 21);
  }

  @Test
  void oneSeedTradesTheSameAndAnotherSeedTradesElse() {
    Set<List<Trade>> all = new HashSet<>();
    for (int seed = 0; seed < 30; seed++) {
      List<Trade> trades = follow(rule(seed, HOLDS), EIGHT, Map.of());
      assertThat(follow(rule(seed, HOLDS.reversed()), EIGHT, Map.of())).isEqualTo(trades);
      all.add(trades);
    }
    assertThat(all).hasSize(30);
  }

  @Test
  void aBarredSymbolIsNeverBoughtAndTheOthersAreAboutAsOftenEach() {
    Map<String, Integer> bought = new TreeMap<>();
    for (int seed = 0; seed < 200; seed++) {
      for (Trade trade : follow(rule(seed, HOLDS), EIGHT, Map.of("CCC", "gap"))) {
        bought.merge(trade.symbol(), 1, Integer::sum);
      }
    }
    int expected = 200 * HOLDS.size() / 7;
    assertThat(bought).hasSize(7).doesNotContainKey("CCC");
    assertThat(bought.values())
        .allSatisfy(count -> assertThat(count).isBetween(expected * 8 / 10, expected * 12 / 10));
  }

  @Test
  void longHoldsFallOnEverySymbolAlike() {
    Map<String, Integer> longest = new TreeMap<>();
    for (int seed = 0; seed < 400; seed++) {
      for (Trade trade : follow(rule(seed, HOLDS), EIGHT, Map.of())) {
        if (trade.hold() == 144) {
          longest.merge(trade.symbol(), 1, Integer::sum);
        }
      }
    }
    assertThat(longest.values()).hasSize(8).allMatch(count -> count > 25 && count < 80);
  }

  @Test
  void aTradeWithoutASymbolIsLost() {
    List<Trade> trades = follow(rule(1, HOLDS), List.of("AAA"), Map.of());

    assertThat(trades).hasSizeLessThan(HOLDS.size());
    assertThat(follow(rule(1, HOLDS), List.of("AAA"), Map.of("AAA", "hole"))).isEmpty();
  }

  @Test
  void everySymbolIsAccountedFor() {
    RandomMatchedExposure rule = rule(1, List.of(5));
    LocalDate decided = rule.schedule().byDecision().firstKey();
    Seen market = Seen.on(decided.toString()).with("AAA", 1).with("BBB", 1).without("CCC");

    List<String> told = Told.of(rule.decide(market.now()));

    assertThat(told).hasSize(3).contains("not CCC too_few_bars");
    assertThat(told.getFirst()).matches("enter (AAA|BBB) null.random_entry weight 0.3 rank 1");
    assertThat(told).anyMatch(line -> line.endsWith("not_drawn"));
  }

  @Test
  void whatNoScheduleKnowsIsSoldAtOnce() {
    Seen market = Seen.on("2018-06-01").with("AAA", 1).filled("AAA", "2018-06-01", 0);

    assertThat(Told.of(rule(1, HOLDS).decide(market.now())))
        .containsExactly("exit AAA null.random_exit");
  }

  @Test
  void outsideThePeriodNothingIsBoughtAndNothingIsThrown() {
    for (String session : List.of("1992-06-01", "2018-12-31", "2020-01-02", "2031-01-02")) {
      Seen market = Seen.on(session).with("AAA", 1);
      assertThat(Told.of(rule(1, HOLDS).decide(market.now()))).containsExactly("not AAA not_drawn");
    }
  }

  @Test
  void holdsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> rule(1, Collections.nCopies(4, 200)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("do not fit into 250 sessions, 3 at once");
  }

  private record Trade(String symbol, LocalDate filled, int hold) {}

  private static List<Integer> holds(List<Trade> trades) {
    return trades.stream().map(Trade::hold).sorted().toList();
  }

  /// Every trade closed within 2019, if each wish is filled at the next open.
  private static List<Trade> follow(
      RandomMatchedExposure rule, List<String> symbols, Map<String, String> barred) {
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    List<LocalDate> sessions =
        calendar.sessions(LocalDate.of(2019, 1, 2), LocalDate.of(2019, 12, 31)).stream()
            .map(Session::date)
            .toList();
    Map<Symbol, BarWindow> windows = new HashMap<>();
    symbols.forEach(symbol -> windows.put(Symbol.of(symbol), Closes.window(symbol, 100)));
    Map<Symbol, String> why = new HashMap<>();
    barred.forEach((symbol, reason) -> why.put(Symbol.of(symbol), reason));
    TreeMap<Symbol, Holding> holdings = new TreeMap<>();
    List<Trade> trades = new ArrayList<>();
    for (int i = 0; i + 1 < sessions.size(); i++) {
      int today = i;
      holdings.replaceAll(
          (symbol, held) ->
              new Holding(
                  symbol,
                  100,
                  held.entrySession(),
                  calendar.sessionsBetween(held.entrySession(), sessions.get(today)),
                  new TreeMap<>()));
      Decision decision =
          rule.decide(
              new Observation(
                  sessions.get(i),
                  Closes.closing(sessions.get(i)),
                  symbols.stream().map(Symbol::of).toList(),
                  windows,
                  why,
                  holdings));
      LocalDate next = sessions.get(i + 1);
      for (Signal signal : decision.signals()) {
        switch (signal) {
          case Signal.Enter enter ->
              holdings.put(
                  enter.symbol(), new Holding(enter.symbol(), 100, next, 0, new TreeMap<>()));
          case Signal.Exit exit -> {
            LocalDate filled = requireNonNull(holdings.remove(exit.symbol())).entrySession();
            trades.add(
                new Trade(exit.symbol().ticker(), filled, calendar.sessionsBetween(filled, next)));
          }
        }
      }
    }
    assertThat(holdings).isEmpty();
    return trades;
  }

  private static RandomMatchedExposure rule(int seed, List<Integer> holds) {
    return new RandomMatchedExposure()
        .with(YEAR.with("seed", "" + seed).with("holds", ParameterValues.joined(holds)));
  }
}
