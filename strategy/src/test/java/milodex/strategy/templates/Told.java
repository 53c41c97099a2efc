package milodex.strategy.templates;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milodex.strategy.Alternative;
import milodex.strategy.Decision;
import milodex.strategy.Reading;
import milodex.strategy.Signal;

/// A decision in a few words, for tests: signals first, then what was passed over.
final class Told {

  private Told() {}

  static List<String> of(Decision decision) {
    return Stream.concat(
            signals(decision).stream(), decision.alternatives().stream().map(Told::alternative))
        .toList();
  }

  /// The same, with every number that was read and every fact a position is to carry.
  static List<String> inFull(Decision decision) {
    return Stream.concat(
            decision.signals().stream()
                .map(signal -> signal(signal) + readings(signal.readings()) + facts(signal)),
            decision.alternatives().stream()
                .map(passed -> alternative(passed) + readings(passed.readings())))
        .toList();
  }

  static List<String> signals(Decision decision) {
    return decision.signals().stream().map(Told::signal).toList();
  }

  private static String signal(Signal signal) {
    return switch (signal) {
      case Signal.Enter enter ->
          "enter %s %s %s rank %d"
              .formatted(enter.symbol(), enter.rule(), size(enter), enter.rank());
      case Signal.Exit exit -> "exit %s %s".formatted(exit.symbol(), exit.rule());
    };
  }

  private static String size(Signal.Enter enter) {
    return enter
        .dollars()
        .map(dollars -> "dollars " + dollars)
        .orElseGet(() -> "weight " + enter.weight());
  }

  private static String readings(List<Reading> readings) {
    return readings.stream()
        .map(
            one ->
                "; %s %s %s %s".formatted(one.name(), one.value(), one.relation(), one.threshold()))
        .collect(Collectors.joining());
  }

  private static String facts(Signal signal) {
    return switch (signal) {
      case Signal.Enter enter -> " " + enter.entryFacts();
      case Signal.Exit _ -> "";
    };
  }

  private static String alternative(Alternative passed) {
    String rank = passed.rank() == 0 ? "" : " rank " + passed.rank();
    return "not %s %s%s".formatted(passed.symbol(), passed.reason(), rank);
  }
}
