package milodex.promotion;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import milodex.ledger.CanonicalJson;
import milodex.ledger.ManifestHash;
import milodex.ledger.Sha256;
import milodex.market.Universe;
import milodex.risk.RiskPolicy;
import milodex.strategy.StrategyDefinition;
import milodex.strategy.StrategyId;

/// Everything that can change a decision of one strategy, frozen as canonical JSON.
///
/// Values are resolved: standard values are written out, costs and allocation are those that apply
/// to this strategy. What cannot change a decision is left out: description, hypothesis, `enabled`,
/// `stage`, and the allocations of other strategies.
///
/// @param text the canonical JSON; decimals are text without trailing zeros
public record Manifest(StrategyId strategy, String text) {

  /// The manifest of a strategy as it is configured now.
  public static Manifest of(StrategyDefinition strategy, Universe universe, RiskPolicy policy) {
    return new Manifest(
        strategy.id(), CanonicalJson.write(ManifestTree.of(strategy, universe, policy)));
  }

  /// The manifest that was kept as `text`.
  ///
  /// @throws IllegalArgumentException if `text` is no manifest in canonical form
  public static Manifest parse(String text) {
    if (CanonicalJson.parse(text) instanceof Map<?, ?> tree
        && tree.get("strategy") instanceof Map<?, ?> strategy
        && strategy.get("id") instanceof String id
        && CanonicalJson.write(tree).equals(text)) {
      return new Manifest(StrategyId.parse(id), text);
    }
    throw new IllegalArgumentException("not a manifest: a strategy's canonical JSON is wanted");
  }

  /// The manifest's name.
  public ManifestHash hash() {
    return new ManifestHash(Sha256.of(text));
  }

  /// What differs between two manifests, sorted by key.
  public static List<Difference> differences(Manifest from, Manifest to) {
    return Difference.between(from.values(), to.values());
  }

  /// Every value by its full key: `strategy.parameters.rsi_lookback`.
  private SortedMap<String, String> values() {
    SortedMap<String, String> values = new TreeMap<>();
    flatten("", CanonicalJson.parse(text), values);
    return values;
  }

  private static void flatten(String key, Object value, Map<String, String> values) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach(
              (inner, under) ->
                  flatten(key.isEmpty() ? "" + inner : key + "." + inner, under, values));
      case List<?> list -> values.put(key, list.toString());
      default -> values.put(key, value.toString());
    }
  }
}
