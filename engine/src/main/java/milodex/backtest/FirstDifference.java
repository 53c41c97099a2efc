package milodex.backtest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import milodex.ledger.CanonicalJson;
import milodex.ledger.Fact;
import milodex.ledger.FactCodec;

/// The first place in which two facts of one kind differ, in the words of their canonical JSON.
final class FirstDifference {

  /// What says most of a decision comes first, then the other keys as they are sorted.
  private static final List<String> TELLING = List.of("rule", "signals");

  private static final int LONGEST = 60;

  private FirstDifference() {}

  /// `signals.0.enter.symbol: AAA in the run, now BBB`; empty if they are equal.
  static Optional<String> between(Fact run, Fact now) {
    return between(
        "", CanonicalJson.parse(FactCodec.write(run)), CanonicalJson.parse(FactCodec.write(now)));
  }

  private static Optional<String> between(String path, Object run, Object now) {
    if (run.equals(now)) {
      return Optional.empty();
    }
    if (run instanceof Map<?, ?> a && now instanceof Map<?, ?> b) {
      return between(path, a, b);
    }
    if (run instanceof List<?> a && now instanceof List<?> b && a.size() == b.size()) {
      for (int i = 0; i < a.size(); i++) {
        Optional<String> found = between(at(path, "" + i), a.get(i), b.get(i));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.of("%s: %s in the run, now %s".formatted(path, brief(run), brief(now)));
  }

  private static Optional<String> between(String path, Map<?, ?> run, Map<?, ?> now) {
    Set<Object> keys = new LinkedHashSet<>(TELLING);
    keys.addAll(run.keySet());
    keys.addAll(now.keySet());
    for (Object key : keys) {
      Object a = run.containsKey(key) ? run.get(key) : "absent";
      Object b = now.containsKey(key) ? now.get(key) : "absent";
      Optional<String> found = between(at(path, "" + key), a, b);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static String at(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static String brief(Object value) {
    String text =
        switch (value) {
          case List<?> list when !list.isEmpty() && list.getFirst() instanceof Map<?, ?> ->
              list.size() + " of them";
          case Map<?, ?> map -> CanonicalJson.write(map);
          case List<?> list -> CanonicalJson.write(list);
          default -> value.toString();
        };
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
