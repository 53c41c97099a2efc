package milodex.strategy.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import milodex.market.Symbol;
import milodex.strategy.Alternative;
import milodex.strategy.Decision;
import milodex.strategy.Observation;
import milodex.strategy.Signal;
import org.junit.jupiter.api.Test;

/// The decisions on a generated market, for good: if one changes, so must `rulesVersion`.
class GoldenDecisionsTest {

  private static final int BARS = 1200;

  private static final Replay PULLBACK =
      Replay.of(new PullbackRsi2(), BARS, "AAA", "BBB", "CCC", "DDD", "EEE", "FFF");

  private static final Replay ROTATION = Replay.of(new Sma200Rotation(), BARS, "SHY", "SPY");

  @Test
  void thePullbackTradesAsItDidWhenItWasWritten() {
    assertThat(signals(PULLBACK).subList(0, 12))
        .containsExactly(
            "2000-07-19 enter BBB meanrev.rsi_entry weight 0.3 rank 1",
            "2000-07-19 enter CCC meanrev.rsi_entry weight 0.3 rank 2",
            "2000-07-20 exit CCC meanrev.rsi_exit",
            "2000-07-22 exit BBB meanrev.rsi_exit",
            "2000-07-24 enter BBB meanrev.rsi_entry weight 0.3 rank 1",
            "2000-07-26 enter FFF meanrev.rsi_entry weight 0.3 rank 1",
            "2000-07-27 exit FFF meanrev.rsi_exit",
            "2000-07-28 exit BBB meanrev.rsi_exit",
            "2000-08-04 enter EEE meanrev.rsi_entry weight 0.3 rank 1",
            "2000-08-09 exit EEE meanrev.rsi_exit",
            "2000-08-10 enter FFF meanrev.rsi_entry weight 0.3 rank 1",
            "2000-08-13 enter EEE meanrev.rsi_entry weight 0.3 rank 1");
    assertThat(byRule(PULLBACK))
        .hasToString(
            "{meanrev.max_hold=17, meanrev.rsi_entry=139, meanrev.rsi_exit=116, no_signal=727}");
    assertThat(everyWord(PULLBACK)).isEqualTo(-1946344618);
  }

  @Test
  void theRotationTradesAsItDidWhenItWasWritten() {
    assertThat(signals(ROTATION).subList(0, 12))
        .containsExactly(
            "2000-07-19 enter SPY regime.ma_filter_cross weight 0.95 rank 1",
            "2000-07-30 exit SPY regime.ma_filter_cross",
            "2000-07-30 enter SHY regime.ma_filter_cross weight 0.95 rank 1",
            "2000-07-31 exit SHY regime.ma_filter_cross",
            "2000-07-31 enter SPY regime.ma_filter_cross weight 0.95 rank 1",
            "2000-10-11 exit SPY regime.ma_filter_cross",
            "2000-10-11 enter SHY regime.ma_filter_cross weight 0.95 rank 1",
            "2000-10-14 exit SHY regime.ma_filter_cross",
            "2000-10-14 enter SPY regime.ma_filter_cross weight 0.95 rank 1",
            "2000-10-15 exit SPY regime.ma_filter_cross",
            "2000-10-15 enter SHY regime.ma_filter_cross weight 0.95 rank 1",
            "2000-11-11 exit SHY regime.ma_filter_cross");
    assertThat(byRule(ROTATION)).hasToString("{regime.hold=944, regime.ma_filter_cross=55}");
    assertThat(everyWord(ROTATION)).isEqualTo(1983461176);
  }

  @Test
  void oneObservationGivesOneDecision() {
    for (Replay replay : List.of(PULLBACK, ROTATION)) {
      replay.run((seen, decided) -> assertThat(replay.rule().decide(seen)).isEqualTo(decided));
    }
  }

  @Test
  void moreHistoryThanTheLookbackChangesNoSignal() {
    for (Replay replay : List.of(PULLBACK, ROTATION)) {
      int lookback = replay.rule().lookback();
      for (int last = 500; last < BARS; last++) {
        Observation declared = replay.observe(last, lookback, new TreeMap<>());
        Observation longer = replay.observe(last, 500, new TreeMap<>());
        assertThat(Told.of(replay.rule().decide(longer)))
            .isEqualTo(Told.of(replay.rule().decide(declared)));
      }
    }
  }

  @Test
  void everySymbolIsAccountedForExactlyOnceAndSlotsAreKept() {
    PULLBACK.run(
        (seen, decided) -> {
          List<Symbol> named =
              Stream.concat(
                      decided.signals().stream().map(Signal::symbol),
                      decided.alternatives().stream().map(Alternative::symbol))
                  .sorted()
                  .toList();
          assertThat(named).isEqualTo(seen.universe());
          assertThat(seen.holdings().size()).isLessThanOrEqualTo(PULLBACK.rule().slots());
          assertThat(kinds(decided)).hasSizeLessThanOrEqualTo(1);
        });
  }

  private static Set<Class<?>> kinds(Decision decision) {
    Set<Class<?>> kinds = new HashSet<>();
    decision.signals().forEach(signal -> kinds.add(signal.getClass()));
    return kinds;
  }

  private static List<String> signals(Replay replay) {
    List<String> lines = new ArrayList<>();
    replay.run(
        (seen, decided) ->
            Told.signals(decided).forEach(signal -> lines.add(seen.session() + " " + signal)));
    return lines;
  }

  private static SortedMap<String, Integer> byRule(Replay replay) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    replay.run((seen, decided) -> counts.merge(decided.rule(), 1, Integer::sum));
    return counts;
  }

  /// A hash of every signal and alternative of every decision.
  private static int everyWord(Replay replay) {
    List<List<String>> words = new ArrayList<>();
    replay.run((seen, decided) -> words.add(Told.of(decided)));
    return words.hashCode();
  }
}
