package milodex.strategy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a rule returns: its wishes, and every alternative it passed over with the reason.
///
/// @param rule the id that sums the decision up: that of its first signal, or `no_signal`, or a
///     hold rule of the template
/// @param signals exits before entries; empty when nothing is wished
public record Decision(String rule, List<Signal> signals, List<Alternative> alternatives) {

  /// The rule id of a decision without wishes.
  public static final String NO_SIGNAL = "no_signal";

  public Decision {
    signals = List.copyOf(signals);
    alternatives = List.copyOf(alternatives);
  }

  /// A decision with wishes, summed up by its first one, or `no_signal` without any.
  public static Decision of(List<? extends Signal> signals, List<Alternative> alternatives) {
    String rule = signals.isEmpty() ? NO_SIGNAL : signals.getFirst().rule();
    return new Decision(rule, List.copyOf(signals), alternatives);
  }

  /// A decision to do nothing.
  public static Decision nothing(String rule, List<Alternative> alternatives) {
    return new Decision(rule, List.of(), alternatives);
  }

  /// How many symbols were passed over, by reason.
  public SortedMap<String, Integer> passedOver() {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (Alternative alternative : alternatives) {
      counts.merge(alternative.reason(), 1, Integer::sum);
    }
    return counts;
  }
}
