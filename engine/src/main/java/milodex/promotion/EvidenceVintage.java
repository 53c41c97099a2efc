package milodex.promotion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import milodex.ledger.CanonicalJson;
import milodex.ledger.ManifestHash;
import milodex.ledger.Sha256;
import milodex.money.Costs;

/// What evidence rests on: when one of these changes, it is stale.
///
/// @param policy version of the promotion policy
/// @param semantics version of the engine's semantics
/// @param costs canonical JSON of what a fill costs, see [#costs(Costs)]
/// @param bars SHA-256 over what was read of every symbol, see [#bars(Map)]
public record EvidenceVintage(
    ManifestHash manifest, String policy, int semantics, String costs, String bars) {

  /// The key under which an evidence package keeps it.
  public static final String KEY = "vintage";

  /// What a run of `manifest` rests on.
  ///
  /// @param inputs canonical JSON of the run's inputs, as its registration keeps them
  /// @throws IllegalArgumentException if `inputs` names no semantics, costs or bars
  public static EvidenceVintage ofRun(ManifestHash manifest, String policy, String inputs) {
    if (CanonicalJson.parse(inputs) instanceof Map<?, ?> tree
        && tree.get("semantics") instanceof Long semantics
        && tree.get("costs") instanceof Map<?, ?> costs
        && tree.get("bars") instanceof Map<?, ?> bars) {
      return new EvidenceVintage(
          manifest,
          policy,
          Math.toIntExact(semantics),
          CanonicalJson.write(costs),
          Sha256.of(CanonicalJson.write(bars)));
    }
    throw new IllegalArgumentException("inputs name no semantics, costs or bars");
  }

  /// What an evidence package keeps under [#KEY]; empty if `tree` is something else.
  ///
  /// @param tree a map as [CanonicalJson#parse] gives it
  public static Optional<EvidenceVintage> read(Object tree) {
    if (tree instanceof Map<?, ?> map
        && map.get("manifest") instanceof String manifest
        && map.get("policy") instanceof String policy
        && map.get("semantics") instanceof Long semantics
        && map.get("costs") instanceof String costs
        && map.get("bars") instanceof String bars) {
      return Optional.of(
          new EvidenceVintage(
              new ManifestHash(manifest), policy, Math.toIntExact(semantics), costs, bars));
    }
    return Optional.empty();
  }

  /// Costs as a vintage names them.
  public static String costs(Costs costs) {
    return CanonicalJson.write(
        Map.of(
            "slippage", costs.slippageRate().toString(),
            "commission_per_trade", costs.commissionPerTrade().toString(),
            "commission_rate", costs.commissionRate().toString(),
            "min_commission", costs.minCommission().toString()));
  }

  /// Bars as a vintage names them.
  ///
  /// @param hashes SHA-256 of what was read, by ticker
  public static String bars(Map<String, String> hashes) {
    return Sha256.of(CanonicalJson.write(hashes));
  }

  /// What [#read] reads.
  public Map<String, Object> tree() {
    return Map.of(
        "manifest", manifest.hash(),
        "policy", policy,
        "semantics", semantics,
        "costs", costs,
        "bars", bars);
  }

  /// The fields in which `now` differs from `then`, sorted; empty while the evidence is fresh.
  public static List<Difference> differences(EvidenceVintage then, EvidenceVintage now) {
    return Difference.between(then.texts(), now.texts());
  }

  private Map<String, String> texts() {
    return Map.of(
        "manifest", manifest.hash(),
        "policy", policy,
        "semantics", "" + semantics,
        "costs", costs,
        "bars", bars);
  }
}
