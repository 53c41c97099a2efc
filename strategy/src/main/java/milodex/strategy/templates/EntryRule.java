package milodex.strategy.templates;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import milodex.indicator.Indicators;
import milodex.market.BarWindow;
import milodex.strategy.Reading;

/// When a symbol may be bought, which of several is bought first, and what its position remembers.
///
/// @param id part of the contract: `meanrev.rsi_entry`
/// @param needs all of them must hold; asked in this order, the first that does not rejects
/// @param ranks the first number decides which symbol is bought first, the next ones break ties
/// @param memories dollars per share at the decision, by name
record EntryRule(
    String id,
    List<Need> needs,
    List<Rank> ranks,
    SortedMap<String, ToDoubleFunction<BarWindow>> memories) {

  /// @param otherwise the code of the rejection if the reading does not hold
  record Need(String otherwise, Function<BarWindow, Reading> reading) {}

  /// @param sign 1 if the lowest number is the best, −1 if the highest is
  record Rank(String name, int sign, ToDoubleFunction<BarWindow> number) {}

  /// A rule that buys anything, for the steps that follow.
  static EntryRule called(String id) {
    return new EntryRule(id, List.of(), List.of(), new TreeMap<>());
  }

  EntryRule needs(String otherwise, Function<BarWindow, Reading> reading) {
    return new EntryRule(id, and(needs, new Need(otherwise, reading)), ranks, memories);
  }

  /// The close must be above the average of the last `n`.
  EntryRule needsCloseAboveSma(int n) {
    return needs(
        "close_not_above_sma",
        bars -> Reading.compared("close", bars.close(0), ">", Indicators.sma(bars, n)));
  }

  EntryRule lowestFirst(String name, ToDoubleFunction<BarWindow> number) {
    return new EntryRule(id, needs, and(ranks, new Rank(name, 1, number)), memories);
  }

  EntryRule highestFirst(String name, ToDoubleFunction<BarWindow> number) {
    return new EntryRule(id, needs, and(ranks, new Rank(name, -1, number)), memories);
  }

  EntryRule remembers(String name, ToDoubleFunction<BarWindow> number) {
    SortedMap<String, ToDoubleFunction<BarWindow>> more = new TreeMap<>(memories);
    more.put(name, number);
    return new EntryRule(id, needs, ranks, more);
  }

  /// What the rule says of a symbol with these bars.
  Entry judge(BarWindow bars) {
    List<Reading> readings = new ArrayList<>();
    for (Need need : needs) {
      Reading reading = need.reading().apply(bars);
      readings.add(reading);
      if (!reading.holds()) {
        return new Entry.Rejected(need.otherwise(), readings);
      }
    }
    List<Double> scores = new ArrayList<>();
    for (Rank rank : ranks) {
      double number = rank.number().applyAsDouble(bars);
      scores.add(rank.sign() * number);
      if (!isRead(readings, rank.name())) {
        readings.add(Reading.of(rank.name(), number));
      }
    }
    SortedMap<String, Double> facts = new TreeMap<>();
    memories.forEach((name, number) -> facts.put(name, number.applyAsDouble(bars)));
    return new Entry.Candidate(id, scores, readings, facts);
  }

  private static boolean isRead(List<Reading> readings, String name) {
    for (Reading reading : readings) {
      if (reading.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static <T> List<T> and(List<T> list, T more) {
    List<T> all = new ArrayList<>(list.size() + 1);
    all.addAll(list);
    all.add(more);
    return Collections.unmodifiableList(all);
  }
}
