package milodex.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import milodex.ledger.Fact;
import milodex.market.NewYork;
import milodex.money.Money;
import milodex.strategy.Alternative;
import milodex.strategy.Reading;
import milodex.strategy.Signal;
import milodex.terminal.Block;
import milodex.terminal.Column;
import milodex.terminal.KeyValues;
import milodex.terminal.Table;

/// A decision: its wishes with the numbers that fired, and every symbol passed over with the
/// reason.
final class DecisionBlock {

  private static final MathContext DIGITS = new MathContext(6);

  private DecisionBlock() {}

  static Block of(Fact.StrategyEvaluated fact) {
    KeyValues summary =
        summary(
            "`%s` on the close of %s".formatted(fact.rule(), fact.session()),
            fact.equity(),
            fact.cash(),
            fact.positions(),
            fact.passedOver());
    return of(summary, fact.signals(), fact.alternatives());
  }

  static Block of(Fact.BarEvaluated fact) {
    KeyValues summary =
        summary(
            "`%s` on the %s bar that closed at %s New York"
                .formatted(fact.rule(), fact.barSize(), NewYork.minute(fact.closedAt())),
            fact.equity(),
            fact.cash(),
            fact.positions(),
            fact.passedOver());
    return of(summary, fact.signals(), fact.alternatives());
  }

  private static KeyValues summary(
      String decision, Money equity, Money cash, int positions, Map<String, Integer> passedOver) {
    return KeyValues.of()
        .with("Decision", decision)
        .with(
            "Its book",
            "%s equity, %s of it cash, %d positions"
                .formatted(FactLine.dollars(equity), FactLine.dollars(cash), positions))
        .with("Passed over", passedOver(passedOver));
  }

  private static Block of(Block summary, List<Signal> signals, List<Alternative> alternatives) {
    Block all = summary;
    if (!signals.isEmpty()) {
      all = Chapter.both(all, signals(signals));
    }
    List<Alternative> read = alternatives.stream().filter(DecisionBlock::wasRead).toList();
    if (!read.isEmpty()) {
      all = Chapter.both(all, alternatives(read));
    }
    if (read.size() < alternatives.size()) {
      all = Chapter.both(all, unread(alternatives));
    }
    return all;
  }

  private static String passedOver(Map<String, Integer> counts) {
    return counts.isEmpty()
        ? "no symbol"
        : counts.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "));
  }

  private static Table signals(List<Signal> signals) {
    Table table =
        Table.of(
            Column.text("Wish"),
            Column.text("Symbol"),
            Column.text("Rule"),
            Column.number("Rank"),
            Column.wrapping("Because"));
    for (Signal signal : signals) {
      switch (signal) {
        case Signal.Enter enter ->
            table.row(
                "enter",
                enter.symbol().ticker(),
                enter.rule(),
                "" + enter.rank(),
                readings(enter.readings()));
        case Signal.Exit exit ->
            table.row("exit", exit.symbol().ticker(), exit.rule(), "", readings(exit.readings()));
      }
    }
    return table;
  }

  private static Table alternatives(List<Alternative> alternatives) {
    Table table =
        Table.of(
            Column.text("Passed over"),
            Column.text("Reason"),
            Column.number("Rank"),
            Column.wrapping("What was read"));
    for (Alternative one : alternatives) {
      table.row(
          one.symbol().ticker(),
          one.reason(),
          one.rank() == 0 ? "" : "" + one.rank(),
          readings(one.readings()));
    }
    return table;
  }

  private static boolean wasRead(Alternative one) {
    return !one.readings().isEmpty();
  }

  /// Symbols passed over without reading a number of them, by reason.
  private static Block unread(List<Alternative> alternatives) {
    Map<String, List<String>> byReason = new TreeMap<>();
    for (Alternative one : alternatives) {
      if (!wasRead(one)) {
        byReason.computeIfAbsent(one.reason(), _ -> new ArrayList<>()).add(one.symbol().ticker());
      }
    }
    KeyValues pairs = KeyValues.of();
    byReason.forEach((reason, symbols) -> pairs.with(reason, String.join(" ", symbols)));
    return pairs;
  }

  private static String readings(List<Reading> readings) {
    return readings.stream().map(DecisionBlock::reading).collect(Collectors.joining("; "));
  }

  /// `rsi 3.41 < 10`, or `rsi 23.4, not < 10`.
  private static String reading(Reading reading) {
    String value = reading.name() + " " + number(reading.value());
    if (reading.relation().isEmpty()) {
      return value;
    }
    return value
        + (reading.holds() ? " " : ", not ")
        + reading.relation()
        + " "
        + number(reading.threshold());
  }

  /// Six significant digits, or the word for what is no number.
  static String number(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString()
        : "" + value;
  }
}
