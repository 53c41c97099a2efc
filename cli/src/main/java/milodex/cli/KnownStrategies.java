package milodex.cli;

import java.util.Set;
import java.util.TreeSet;
import milodex.config.Nearest;
import milodex.ledger.FactType;
import milodex.ledger.Ledger;
import milodex.promotion.PromotionLog;
import milodex.strategy.StrategyId;

/// A slip of the pen must not stop one strategy while another goes on.
final class KnownStrategies {

  /// The facts of a ledger that name them.
  static final Set<FactType> FACTS =
      Set.of(FactType.EVIDENCE_JUDGED, FactType.STAGE_PROMOTED, FactType.STAGE_DEMOTED);

  private KnownStrategies() {}

  /// Throws [Failure] if neither a file nor a step of the ledger names `strategy`. Files are not
  /// read: a broken one stops nobody from stopping.
  ///
  /// @param ledger at least [#FACTS] of it
  static void require(Wiring wiring, Ledger ledger, StrategyId strategy) {
    Set<String> files = wiring.configs().strategyFiles().keySet();
    if (!files.contains(strategy.toString())
        && new PromotionLog(ledger).history(strategy).isEmpty()) {
      throw Failure.usage(
          "unknown_strategy",
          "No strategy is called " + strategy + ".",
          Nearest.to(strategy.toString(), new TreeSet<>(files))
              .map(near -> "The nearest name is " + near + ".")
              .orElse("No name in the workspace comes near."),
          "See `milodex strategy list`.");
    }
  }
}
