package milodex.strategy.templates;

import java.util.List;
import java.util.stream.Stream;
import milodex.strategy.Alternative;
import milodex.strategy.Decision;
import milodex.strategy.Signal;

/// A decision in a few words, for tests: signals first, then what was passed over.
final class Told {

  private Told() {}

  static List<String> of(Decision decision) {
    return Stream.concat(
            signals(decision).stream(), decision.alternatives().stream().map(Told::alternative))
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

  private static String alternative(Alternative passed) {
    String rank = passed.rank() == 0 ? "" : " rank " + passed.rank();
    return "not %s %s%s".formatted(passed.symbol(), passed.reason(), rank);
  }
}
