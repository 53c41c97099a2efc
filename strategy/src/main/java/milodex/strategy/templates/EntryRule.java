package milodex.strategy.templates;

import java.util.ArrayList;
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
/// It is stated step by step: each adds to the rule and hands it back.
final class EntryRule {

  private final String id;
  private final List<Need> needs = new ArrayList<>(4);
  private final List<Rank> ranks = new ArrayList<>(2);
  private final List<Memory> memories = new ArrayList<>(0);

  /// @param otherwise the code of the rejection if the reading does not hold
  private record Need(String otherwise, Function<BarWindow, Reading> reading) {}

  /// @param sign 1 if the lowest number is the best, −1 if the highest is
  private record Rank(String name, int sign, ToDoubleFunction<BarWindow> number) {}

  /// @param number dollars per share at the decision
  private record Memory(String name, ToDoubleFunction<BarWindow> number) {}

  private EntryRule(String id) {
    this.id = id;
  }

  /// A rule that buys anything, for the steps that follow.
  ///
  /// @param id part of the contract: `meanrev.rsi_entry`
  static EntryRule called(String id) {
    return new EntryRule(id);
  }

  /// All needs must hold; they are asked in order, and the first that does not rejects.
  EntryRule needs(String otherwise, Function<BarWindow, Reading> reading) {
    needs.add(new Need(otherwise, reading));
    return this;
  }

  /// The close must be above the average of the last `n`.
  EntryRule needsCloseAboveSma(int n) {
    return needs(
        "close_not_above_sma",
        bars -> Reading.compared("close", bars.close(0), ">", Indicators.sma(bars, n)));
  }

  /// The first number to rank by decides which symbol is bought first, the next ones break ties.
  EntryRule lowestFirst(String name, ToDoubleFunction<BarWindow> number) {
    ranks.add(new Rank(name, 1, number));
    return this;
  }

  EntryRule highestFirst(String name, ToDoubleFunction<BarWindow> number) {
    ranks.add(new Rank(name, -1, number));
    return this;
  }

  EntryRule remembers(String name, ToDoubleFunction<BarWindow> number) {
    memories.add(new Memory(name, number));
    return this;
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
    for (Memory memory : memories) {
      facts.put(memory.name(), memory.number().applyAsDouble(bars));
    }
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
}
