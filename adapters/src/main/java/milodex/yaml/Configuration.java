package milodex.yaml;

import java.util.List;
import milodex.config.Problem;
import milodex.market.Universe;
import milodex.promotion.Manifest;
import milodex.risk.RiskPolicy;
import milodex.strategy.StrategyDefinition;

/// One strategy with the universe and the policy it would run under now.
///
/// @param warnings what is accepted in its file and yet worth a look
public record Configuration(
    StrategyDefinition strategy, Universe universe, RiskPolicy policy, List<Problem> warnings) {

  public Configuration {
    warnings = List.copyOf(warnings);
  }

  /// What would be frozen.
  public Manifest manifest() {
    return Manifest.of(strategy, universe, policy);
  }
}
