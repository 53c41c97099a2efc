package milodex.promotion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// One key in which two manifests differ.
///
/// @param key `strategy.parameters.rsi_lookback`
/// @param from empty if only the second manifest has the key
/// @param to empty if only the first manifest has the key
public record Difference(String key, Optional<String> from, Optional<String> to) {

  static List<Difference> between(Map<String, String> from, Map<String, String> to) {
    SortedSet<String> keys = new TreeSet<>(from.keySet());
    keys.addAll(to.keySet());
    return keys.stream()
        .map(key -> new Difference(key, value(from, key), value(to, key)))
        .filter(difference -> !difference.from().equals(difference.to()))
        .toList();
  }

  private static Optional<String> value(Map<String, String> values, String key) {
    return Optional.ofNullable(values.get(key));
  }

  /// `strategy.parameters.rsi_lookback: 2 → 3`.
  @Override
  public String toString() {
    return key + ": " + from.orElse("absent") + " → " + to.orElse("absent");
  }
}
